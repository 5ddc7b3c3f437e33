import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocalFolder, type FileStorage } from '@wuqing/file-storage';
import type { Secrets } from '../secrets.js';
import { verifiedArchive, writeArchive, type ArchiveLine, type ArchivedFile } from './archive.js';
import { faultsOf } from './archived-files.js';
import { carried } from './carried-files.js';
import { databaseLines } from './database-lines.js';

export interface TakenBackup {
  readonly file: string;
  readonly takenAt: string;
  /** Rows in all. */
  readonly rows: number;
  readonly hasSecrets: boolean;
  /** Files that were copied or lay there already; undefined where they were to be left out. */
  readonly files: number | undefined;
  /** A sentence for each submitted file that could not be copied as it was submitted. */
  readonly fileFaults: readonly string[];
}

/** Where the files of every backup in a folder lie: each once, however many backups refer to it. */
export const filesBeside = (file: string): LocalFolder => new LocalFolder(join(dirname(file), 'files'));

/**
 * Writes the database and the secrets, as they are at one instant, into `file`: written aside, read through, and only
 * then given its name. Temporal is not in it: the journals bring every workflow forward. Behind the database the files that it
 * refers to are copied from `storage`, where one is given: a submitted file never changes and never goes. One that is not as it
 * was submitted is named and holds up nothing else.
 */
export async function takeBackup(
  ownerUrl: string,
  file: string,
  secrets: Secrets | undefined,
  storage?: FileStorage,
): Promise<TakenBackup> {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.unfinished`;
  const fileFaults: string[] = [];
  try {
    const lines = linesOf(ownerUrl, secrets);
    await writeArchive(aside, storage ? withFiles(lines, storage, filesBeside(file), fileFaults) : lines);
    const { head, rows, files } = await verifiedArchive(aside);
    renameSync(aside, file);
    const many = Object.values(rows).reduce((sum, count) => sum + count, 0);
    return {
      file,
      takenAt: head.takenAt,
      rows: many,
      hasSecrets: secrets !== undefined,
      files: storage && files.length - fileFaults.length,
      fileFaults,
    };
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

/** Copies each file as its line goes by; one that is nobody's evidence and gone meanwhile loses its line. */
async function* withFiles(
  lines: AsyncIterable<ArchiveLine>,
  from: FileStorage,
  to: FileStorage,
  faults: string[],
): AsyncGenerator<ArchiveLine> {
  for await (const line of lines) {
    if (typeof line === 'string' || line[0] !== 'file') {
      yield line;
      continue;
    }
    const file: ArchivedFile = line[1];
    const copy = await carried(from, to, file);
    if ('sha256' in copy) yield ['file', { ...file, sha256: copy.sha256 }];
    else if (file.isBound) yield line;
    if ('fault' in copy) faults.push(...faultsOf(file, copy.fault));
  }
}
