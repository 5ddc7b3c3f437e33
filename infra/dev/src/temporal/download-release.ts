import { chmodSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import { pipeIntoFile } from '../pipe-into-file.js';
import { runCommand } from '../process/run-command.js';
import { parseChecksums, sha256Of } from '../programs/checksums.js';
import { archiveName, TEMPORAL_VERSION } from './temporal-release.js';

export interface ReleaseSource {
  /** The folder above `v<version>/`. */
  readonly baseUrl: string;
  /** How long a server may take to begin its answer, or to go on with it, before the road counts as closed. */
  readonly connectMs: number;
}

/** The programs' names in the archive, and ours. */
const PROGRAMS = { 'temporal-server': 'server', 'temporal-sql-tool': 'sql' } as const;

/**
 * Puts `server` and `sql` of the release's archive into `folder`. Throws with the reason; an archive whose checksum is
 * not the published one is deleted unread.
 */
export async function downloadRelease({ baseUrl, connectMs }: ReleaseSource, folder: string): Promise<void> {
  const release = `${baseUrl.replace(/\/+$/, '')}/v${TEMPORAL_VERSION}`;
  const name = archiveName();
  const published = parseChecksums(await textAt(`${release}/checksums.txt`, connectMs)).get(name);
  if (!published) throw new Error(`${release}/checksums.txt has no line for ${name}`);
  const archive = join(folder, name);
  try {
    await fileAt(`${release}/${name}`, archive, connectMs);
    const found = await sha256Of(archive);
    if (found !== published) {
      throw new Error(`REFUSED ${release}/${name}: its SHA-256 is ${found}, published is ${published}`);
    }
    await runCommand('tar', ['-xzf', archive, '-C', folder, ...Object.keys(PROGRAMS)]);
    for (const [theirs, ours] of Object.entries(PROGRAMS)) {
      renameSync(join(folder, theirs), join(folder, ours));
      chmodSync(join(folder, ours), 0o755);
    }
  } finally {
    rmSync(archive, { force: true });
  }
}

async function textAt(url: string, connectMs: number): Promise<string> {
  return (await opened(url, connectMs)).response.text();
}

async function fileAt(url: string, file: string, connectMs: number): Promise<void> {
  const { response, alive } = await opened(url, connectMs);
  if (!response.body) throw new Error(`${url} answered nothing`);
  await pipeIntoFile(file, { from: heard(response.body as ReadableStream<Uint8Array>, alive) });
}

async function* heard(body: ReadableStream<Uint8Array>, alive: () => void): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    alive();
    yield piece;
  }
}

/** An answer 200 (redirects followed); it is cut off when nothing comes for `connectMs` (body: four times that). */
async function opened(url: string, connectMs: number): Promise<{ response: Response; alive: () => void }> {
  const cut = new AbortController();
  let timer = setTimeout(() => cut.abort(new Error(`no answer in ${connectMs / 1000} s`)), connectMs).unref();
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => cut.abort(new Error('the transfer stands still')), 4 * connectMs).unref();
  };
  try {
    const response = await fetch(url, { signal: cut.signal });
    alive();
    if (response.ok) return { response, alive };
    await response.body?.cancel();
    throw new Error(`status ${response.status}`);
  } catch (error) {
    clearTimeout(timer);
    throw new Error(`${url}: ${reasonOf(error as Error)}`);
  }
}

/** fetch hides the network's own words one level down. */
const reasonOf = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message : error.message;
