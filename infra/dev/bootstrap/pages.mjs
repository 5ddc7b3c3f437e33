import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { provideChromium } from './chromium.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { install, requireNode } from './install.mjs';

/** What a command needs that looks at the running product's pages: packages, builds, and a browser in CHROMIUM_PATH. */
export async function readyForPages(script) {
  const checkout = join(fileURLToPath(script), '..', '..', '..');
  endWithNpm();
  requireNode(checkout);
  await install(checkout);
  await build(checkout);
  process.env.CHROMIUM_PATH = await provideChromium();
}
