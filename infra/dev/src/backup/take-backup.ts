import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Secrets } from '../secrets.js';
import { ArchiveWriter, verifiedArchive } from './archive.js';
import { dumpDatabase } from './dump-database.js';

export interface TakenBackup {
  readonly file: string;
  readonly takenAt: string;
  /** Rows in all. */
  readonly rows: number;
  readonly hasSecrets: boolean;
}

/**
 * Writes the database and the secrets, as they are at one instant, into `file`: written aside, read through, and only
 * then given its name. Temporal is not in it: the journals bring every workflow forward.
 */
export async function takeBackup(
  ownerUrl: string,
  file: string,
  secrets: Secrets | undefined,
): Promise<TakenBackup> {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.unfinished`;
  try {
    const archive = new ArchiveWriter(aside);
    const { takenAt, rows } = await dumpDatabase(ownerUrl, archive, async () => {
      if (secrets) await archive.write(['secrets', secrets]);
    });
    await archive.end(rows);
    await verifiedArchive(aside);
    renameSync(aside, file);
    const many = Object.values(rows).reduce((sum, count) => sum + count, 0);
    return { file, takenAt, rows: many, hasSecrets: secrets !== undefined };
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
