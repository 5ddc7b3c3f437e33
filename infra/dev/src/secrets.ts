import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  fingerprintOf,
  identityFingerprints,
  payloadFingerprints,
  searchKeyFrom,
  type KeyFingerprint,
} from '@wuqing/persistence';
import { keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { SetupFailure } from './setup-failure.js';

/** What this installation keeps secret; lost payload keys make the running cases' histories unreadable for ever. */
export interface Secrets {
  readonly apiPassword: string;
  readonly workerPassword: string;
  readonly sessionSecret: string;
  /** Of the payload codec. */
  readonly payloadKeys: WrittenKeys;
  /** Wrap the keys of persons; lost, nobody's identity opens any more. Absent in what was written before there were seals. */
  readonly masterKeys?: WrittenKeys;
  /** Of the hashes by which persons are found; 32 bytes, base64. */
  readonly identitySearchKey?: string;
}

/** Key rings: 32 bytes each, base64; `current` seals. */
interface WrittenKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

export type WholeSecrets = Required<Secrets>;

const TEXTS = ['apiPassword', 'workerPassword', 'sessionSecret'] as const;

/** The secrets in `file`, made on first use; readable for its owner only. */
export function ensureSecrets(file: string): WholeSecrets {
  const kept = readSecrets(file);
  const whole = { ...freshSecrets(), ...kept };
  // A database that knows others than what is added here refuses them.
  if (!kept?.masterKeys || !kept.identitySearchKey) writeSecrets(file, whole);
  return whole;
}

/** Undefined where there is no such file; a `SetupFailure` where it cannot be read as secrets: it is never made anew. */
export function readSecrets(file: string): Secrets | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return secretsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no JSON' : (error as Error).message;
    throw new SetupFailure(
      `The secrets in ${file} cannot be read (${why}): put the file back from a backup; see docs/backup.md, "Lost keys".`,
    );
  }
}

/** Written aside and then renamed, so that it is whole or not there. */
export function writeSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Throws a sentence that says what is missing, and quotes nothing. */
export function secretsOf(read: unknown): Secrets {
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Error('it holds no secrets');
  const secrets = read as Partial<Secrets>;
  for (const name of TEXTS)
    if (typeof secrets[name] !== 'string' || secrets[name] === '') throw new Error(`${name} is missing`);
  keyRingFrom(JSON.stringify(secrets.payloadKeys ?? null));
  if (secrets.masterKeys !== undefined) keyRingFrom(JSON.stringify(secrets.masterKeys), 'the master keys');
  if (secrets.identitySearchKey !== undefined) searchKeyFrom(String(secrets.identitySearchKey));
  return secrets as Secrets;
}

/** By what the database knows these secrets again; passwords of roles are set at every start and need not be known. */
export const secretFingerprints = ({
  payloadKeys,
  masterKeys,
  identitySearchKey,
  sessionSecret,
}: Secrets): KeyFingerprint[] => [
  ...payloadFingerprints(keyRingFrom(JSON.stringify(payloadKeys)).keys),
  ...(masterKeys && identitySearchKey
    ? identityFingerprints(keyRingFrom(JSON.stringify(masterKeys)), searchKeyFrom(identitySearchKey))
    : []),
  fingerprintOf('session', sessionSecret),
];

function freshSecrets(): WholeSecrets {
  return {
    apiPassword: randomBytes(18).toString('base64url'),
    workerPassword: randomBytes(18).toString('base64url'),
    sessionSecret: randomBytes(32).toString('base64'),
    payloadKeys: { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } },
    masterKeys: { current: 'm1', keys: { m1: randomBytes(32).toString('base64') } },
    identitySearchKey: randomBytes(32).toString('base64'),
  };
}
