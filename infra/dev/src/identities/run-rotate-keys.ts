import { randomBytes } from 'node:crypto';
import {
  RingOfMasterKeys,
  UnitOfWork,
  fingerprintOf,
  isKnownKey,
  rewrapKeys,
  systemActor,
  type MasterKeyRing,
  type Rewrapped,
} from '@wuqing/persistence';
import { keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { withProductDatabase } from '../backup/reach-database.js';
import { reported } from '../backup/reported.js';
import { withDatabase } from '../postgres/with-database.js';
import { readSecrets, writeSecrets, type Secrets } from '../secrets.js';
import { SetupFailure } from '../setup-failure.js';
import { startSettings, type StartSettings } from '../start/settings.js';

/** `npm run rotate:keys [-- --new]`: another master key, and then every person's key wrapped under it; see docs/security.md. */
export const runRotateKeys = (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  reported(async (progress) => {
    const settings = startSettings(env);
    if (argv.includes('--new')) {
      progress.note(
        `${addMasterKey(settings)} is the master key from the next start on: restart, then npm run rotate:keys.`,
      );
      return 0;
    }
    const ring = masterRingOf(settings);
    const { keys, rewrapped } = await progress.stage('the keys of persons', () =>
      withProductDatabase(settings, (ownerUrl) => rotateKeys(ownerUrl, ring)),
    );
    progress.note(
      `${rewrapped} of ${keys} keys were wrapped anew under ${ring.current}; none hangs by another.`,
    );
    return 0;
  });

/** It may run beside the product, which must have been started with the current key: else it could not open what is wrapped under it. */
export const rotateKeys = (ownerUrl: string, ring: MasterKeyRing, atOnce?: number): Promise<Rewrapped> =>
  withDatabase(ownerUrl, 'wuqing-rotate', async (source) => {
    if (!(await isKnownKey(source, fingerprintOf(`master:${ring.current}`, ring.keys[ring.current]!))))
      throw new SetupFailure(
        `Start the product with master key ${ring.current} first: it does not have it yet.`,
      );
    const master = new RingOfMasterKeys(ring);
    return rewrapKeys(new UnitOfWork(source), systemActor('operator'), master, atOnce);
  });

/** Into this installation's own secrets; a ring of the environment is its keeper's. */
function addMasterKey({ env, secretsFile }: StartSettings): string {
  const kept = env['WUQING_MASTER_KEYS'] ? undefined : readSecrets(secretsFile);
  if (!kept?.masterKeys)
    throw new SetupFailure(
      `Add the key to WUQING_MASTER_KEYS, or start the product once: ${secretsFile} has no master keys.`,
    );
  const { keys } = kept.masterKeys;
  const id = `m${Object.keys(keys).length + 1}`;
  const masterKeys = { current: id, keys: { ...keys, [id]: randomBytes(32).toString('base64') } };
  writeSecrets(secretsFile, { ...kept, masterKeys } satisfies Secrets);
  return id;
}

/** As the product has it: from the environment, or its own secrets. */
function masterRingOf({ env, secretsFile }: StartSettings): MasterKeyRing {
  const given = env['WUQING_MASTER_KEYS'] ?? JSON.stringify(readSecrets(secretsFile)?.masterKeys ?? null);
  if (given === 'null')
    throw new SetupFailure(`Expected WUQING_MASTER_KEYS, or the secrets in ${secretsFile}.`);
  return keyRingFrom(given, 'the master keys');
}
