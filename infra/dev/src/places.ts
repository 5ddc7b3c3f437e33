import { homedir } from 'node:os';
import { join } from 'node:path';

/** The checkout: this file lies in `infra/dev/src` (or, built, in `infra/dev/dist`). */
export const CHECKOUT = join(import.meta.dirname, '..', '..', '..');

/** What the embedded runtime keeps inside the checkout; `npm start -- --reset` deletes all of it. */
export const DATA_FOLDER = join(CHECKOUT, '.data');

/** What it keeps outside: `$XDG_CACHE_HOME/wuqing`, else `~/.cache/wuqing`. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'wuqing');
}
