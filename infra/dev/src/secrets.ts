import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What this installation keeps secret; lost payload keys make the running cases' histories unreadable for ever. */
export interface Secrets {
  readonly apiPassword: string;
  readonly workerPassword: string;
  readonly sessionSecret: string;
  /** Key ring of the payload codec: 32 bytes each, base64; new payloads are sealed under `current`. */
  readonly payloadKeys: { readonly current: string; readonly keys: Readonly<Record<string, string>> };
}

/** The secrets in `file`, made on first use; readable for its owner only. */
export function ensureSecrets(file: string): Secrets {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(freshSecrets(), null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

function freshSecrets(): Secrets {
  return {
    apiPassword: randomBytes(18).toString('base64url'),
    workerPassword: randomBytes(18).toString('base64url'),
    sessionSecret: randomBytes(32).toString('base64'),
    payloadKeys: { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } },
  };
}
