import { ForeignKeys, requireKnownKeys } from '@wuqing/persistence';
import { withDatabase } from '../postgres/with-database.js';
import {
  ensureSecrets,
  readSecrets,
  secretFingerprints,
  type Secrets,
  type WholeSecrets,
} from '../secrets.js';
import { SetupFailure } from '../setup-failure.js';

/**
 * The secrets of this installation, before anything is started with them. Where there are none they are made, unless the
 * database has been used before: then they are lost, and others would make its running cases unreadable.
 */
export async function provideSecrets(file: string, ownerUrl: string): Promise<WholeSecrets> {
  const kept = readSecrets(file);
  if (!kept && (await hasBeenUsed(ownerUrl)))
    throw new SetupFailure(
      `The database has been used with secrets that are not in ${file}: put that file back from a backup, ` +
        'or restore a backup; see docs/backup.md, "Lost keys".',
    );
  return ensureSecrets(file);
}

/** Throws where the database knows other keys; what it does not know yet it knows from here on. */
export async function requireOwnKeys(secrets: Secrets, ownerUrl: string): Promise<void> {
  await withDatabase(ownerUrl, 'wuqing-start', async (source) => {
    try {
      await requireKnownKeys(source, secretFingerprints(secrets));
    } catch (error) {
      if (error instanceof ForeignKeys) throw new SetupFailure(error.message);
      throw error;
    }
  });
}

/** A database of an earlier release has no fingerprints, but cases. */
const hasBeenUsed = (ownerUrl: string): Promise<boolean> =>
  withDatabase(ownerUrl, 'wuqing-start', async (source) => {
    for (const table of ['key_fingerprint', 'process_instance']) {
      const [{ there }] = (await source.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])) as [
        { there: boolean },
      ];
      if (there && ((await source.query(`SELECT 1 FROM ${table} LIMIT 1`)) as unknown[]).length > 0)
        return true;
    }
    return false;
  });
