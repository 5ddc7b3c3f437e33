import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, createGzip } from 'node:zlib';
import { pipeIntoFile } from '../pipe-into-file.js';
import { SetupFailure } from '../setup-failure.js';
import type { Secrets } from '../secrets.js';

/** What a backup says of itself. */
export interface BackupHead {
  /** The one instant of which it is, ISO 8601. */
  readonly takenAt: string;
  /** Migrations that its database had. */
  readonly migrations: readonly string[];
}

/** A file that the database refers to. Its bytes lie beside the archive, or where the product keeps its files. */
export interface ArchivedFile {
  readonly key: string;
  /** Null where nobody knows it: of a small copy that was not copied with the backup. */
  readonly sha256: string | null;
  /** Submitted, so that it never goes; anything else may be gone by the time it is copied. */
  readonly isBound: boolean;
  readonly caseNumber: string;
}

/**
 * The lines of an archive, each a JSON value: the head, the secrets where they are in it, then each table with its rows
 * (a row is PostgreSQL's own text of it), each sequence and each file, and at the end how much there must be and the checksum
 * of all lines before.
 */
export type ArchiveLine =
  | ['wuqing-backup', 1, BackupHead]
  | ['secrets', Secrets]
  | ['table', string, readonly ArchiveColumn[]]
  | ['sequence', string, string, boolean]
  | ['file', ArchivedFile]
  | ['end', Readonly<Record<string, number>>, string]
  | string;

export interface ArchiveColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `timestamp with time zone`, `uuid[]`. */
  readonly type: string;
}

/** Writes the lines into a compressed file, with the number of rows and the checksum behind them. */
export const writeArchive = (file: string, lines: AsyncIterable<ArchiveLine>): Promise<void> =>
  pipeIntoFile(file, { from: textsOf(lines), through: createGzip(), mode: 0o600 });

async function* textsOf(lines: AsyncIterable<ArchiveLine>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let table = '';
  for await (const line of lines) {
    if (typeof line !== 'string' && line[0] === 'table') rows[(table = line[1])] = 0;
    else if (typeof line === 'string') rows[table] = (rows[table] ?? 0) + 1;
    const text = textOf(line);
    hash.update(text);
    yield text;
  }
  yield textOf(['end', rows, hash.digest('hex')]);
}

const textOf = (line: ArchiveLine): string => `${JSON.stringify(line)}\n`;

/** The lines of an archive in their order. Throws a `SetupFailure` where it cannot be read. */
export async function* archiveLines(file: string): AsyncGenerator<ArchiveLine> {
  for await (const line of rawLines(file)) yield JSON.parse(line) as ArchiveLine;
}

async function* rawLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* createInterface({ input: source.pipe(gunzip), crlfDelay: Infinity });
    if (gunzip.errored) throw gunzip.errored;
  } catch (error) {
    throw new SetupFailure(`${file} cannot be read as a backup: ${(error as Error).message}.`);
  }
}

export interface ArchiveContent {
  readonly head: BackupHead;
  readonly secrets: Secrets | undefined;
  readonly rows: Readonly<Record<string, number>>;
  readonly files: readonly ArchivedFile[];
}

/** Reads an archive through once, before anything is done with it: it is whole, or a `SetupFailure` says that it is not. */
export async function verifiedArchive(file: string): Promise<ArchiveContent> {
  const notWhole = new SetupFailure(`${file} is not a whole backup of Wuqing: take another one.`);
  const hash = createHash('sha256');
  let head: BackupHead | undefined;
  let secrets: Secrets | undefined;
  const files: ArchivedFile[] = [];
  let end: Extract<ArchiveLine, ['end', ...unknown[]]> | undefined;
  for await (const text of rawLines(file)) {
    if (end) throw notWhole;
    const line = parsed(text, notWhole);
    if (typeof line !== 'string' && line[0] === 'end') end = line;
    else hash.update(`${text}\n`);
    if (typeof line !== 'string' && line[0] === 'wuqing-backup') head = line[2];
    if (typeof line !== 'string' && line[0] === 'secrets') secrets = line[1];
    if (typeof line !== 'string' && line[0] === 'file') files.push(line[1]);
  }
  if (!head || !end || end[2] !== hash.digest('hex')) throw notWhole;
  return { head, secrets, rows: end[1], files };
}

function parsed(text: string, otherwise: SetupFailure): ArchiveLine {
  try {
    return JSON.parse(text) as ArchiveLine;
  } catch {
    throw otherwise;
  }
}
