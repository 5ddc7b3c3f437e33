import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import { SetupFailure } from '../setup-failure.js';
import type { Secrets } from '../secrets.js';

/** What a backup says of itself. */
export interface BackupHead {
  /** The one instant of which it is, ISO 8601. */
  readonly takenAt: string;
  /** Migrations that its database had. */
  readonly migrations: readonly string[];
}

/**
 * The lines of an archive, each a JSON value: the head, the secrets where they are in it, then each table with its rows
 * (a row is PostgreSQL's own text of it) and each sequence, and at the end how much there must be and the checksum of all
 * lines before.
 */
export type ArchiveLine =
  | ['wuqing-backup', 1, BackupHead]
  | ['secrets', Secrets]
  | ['table', string, readonly ArchiveColumn[]]
  | ['sequence', string, string, boolean]
  | ['end', Readonly<Record<string, number>>, string]
  | string;

export interface ArchiveColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `timestamp with time zone`, `uuid[]`. */
  readonly type: string;
}

/** Writes lines one after the other into a compressed file; `end` puts the checksum behind them. */
export class ArchiveWriter {
  private readonly gzip: Gzip = createGzip();
  private readonly hash: Hash = createHash('sha256');
  private readonly written: Promise<void>;

  constructor(file: string) {
    this.written = finished(this.gzip.pipe(createWriteStream(file, { mode: 0o600 })));
    this.written.catch(() => undefined); // `end` throws it
  }

  async write(line: ArchiveLine): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.hash.update(text);
    if (!this.gzip.write(text)) await once(this.gzip, 'drain');
  }

  async end(rows: Readonly<Record<string, number>>): Promise<void> {
    await this.write(['end', rows, this.hash.copy().digest('hex')]);
    this.gzip.end();
    await this.written;
  }
}

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
}

/** Reads an archive through once, before anything is done with it: it is whole, or a `SetupFailure` says that it is not. */
export async function verifiedArchive(file: string): Promise<ArchiveContent> {
  const notWhole = new SetupFailure(`${file} is not a whole backup of Wuqing: take another one.`);
  const hash = createHash('sha256');
  let head: BackupHead | undefined;
  let secrets: Secrets | undefined;
  let end: Extract<ArchiveLine, ['end', ...unknown[]]> | undefined;
  for await (const text of rawLines(file)) {
    if (end) throw notWhole;
    const line = parsed(text, notWhole);
    if (typeof line !== 'string' && line[0] === 'end') end = line;
    else hash.update(`${text}\n`);
    if (typeof line !== 'string' && line[0] === 'wuqing-backup') head = line[2];
    if (typeof line !== 'string' && line[0] === 'secrets') secrets = line[1];
  }
  if (!head || !end || end[2] !== hash.digest('hex')) throw notWhole;
  return { head, secrets, rows: end[1] };
}

function parsed(text: string, otherwise: SetupFailure): ArchiveLine {
  try {
    return JSON.parse(text) as ArchiveLine;
  } catch {
    throw otherwise;
  }
}
