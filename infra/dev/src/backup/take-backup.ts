import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Secrets } from '../secrets.js';
import { verifiedArchive, writeArchive, type ArchiveLine } from './archive.js';
import { databaseLines } from './database-lines.js';

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
    await writeArchive(aside, linesOf(ownerUrl, secrets));
    const { head, rows } = await verifiedArchive(aside);
    renameSync(aside, file);
    const many = Object.values(rows).reduce((sum, count) => sum + count, 0);
    return { file, takenAt: head.takenAt, rows: many, hasSecrets: secrets !== undefined };
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** The secrets stand behind the head. */
async function* linesOf(ownerUrl: string, secrets: Secrets | undefined): AsyncGenerator<ArchiveLine> {
  for await (const line of databaseLines(ownerUrl)) {
    yield line;
    if (secrets && line[0] === 'wuqing-backup') yield ['secrets', secrets];
  }
}
