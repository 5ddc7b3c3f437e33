import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NO_ANCHOR, anchorText, type AnchorLink } from '@wuqing/audit';
import type { FileStorage } from '@wuqing/file-storage';
import {
  UnitOfWork,
  anchorOf,
  createDataSource,
  readEvidence,
  someCaseIds,
  systemActor,
  type Work,
} from '@wuqing/persistence';
import { carried } from '../backup/carried-files.js';
import { pipeIntoFile } from '../pipe-into-file.js';
import { anchorName, boundFiles, placesOf, type BoundFile, type ExportLine } from './evidence-export.js';

export interface Exported {
  readonly cases: number;
  readonly anchor: AnchorLink;
  /** Sentences about files that are not as they were submitted; they are not in it. */
  readonly fileFaults: readonly string[];
}

/**
 * Writes all that is evidence into an empty folder, as it was at one instant, readable for its owner only; what is wrong with it is
 * for the verifier to say. Without `storage` the bytes of the files stay where they are.
 */
export async function exportEvidence(
  ownerUrl: string,
  folder: string,
  storage?: FileStorage,
): Promise<Exported> {
  const source = await createDataSource({
    url: ownerUrl,
    poolSize: 1,
    applicationName: 'wuqing-evidence',
  }).initialize();
  const places = placesOf(folder);
  const files: BoundFile[] = [];
  await mkdir(places.anchors, { recursive: true, mode: 0o700 });
  try {
    const { cases, anchor } = await new UnitOfWork(source).run(systemActor('evidence'), async (work) => {
      await work.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const found = { cases: 0, anchor: await writeAnchors(work, places.anchors) };
      const from = linesOf(work, found, { hasFiles: storage !== undefined, files });
      await pipeIntoFile(places.cases, { from, mode: 0o600 });
      return found;
    });
    return { cases, anchor, fileFaults: storage ? await copyFiles(storage, places.files, files) : [] };
  } finally {
    await source.destroy();
  }
}

async function writeAnchors(work: Work, folder: string): Promise<AnchorLink> {
  let last = NO_ANCHOR;
  for (;;) {
    const stored = await anchorOf(work, last.number + 1);
    if (!stored) return last;
    const { number } = stored.anchor;
    await writeFile(join(folder, anchorName(number)), anchorText(stored.anchor), { mode: 0o600 });
    last = { number, hash: stored.hash };
  }
}

async function* linesOf(
  work: Work,
  found: { cases: number; readonly anchor: AnchorLink },
  { hasFiles, files }: { readonly hasFiles: boolean; readonly files: BoundFile[] },
): AsyncGenerator<string> {
  const line = (value: ExportLine): string => `${JSON.stringify(value)}\n`;
  const [now] = await work.query<{ at: Date }>('SELECT now() AS at');
  yield line({ head: { exportedAt: now!.at.toISOString(), anchor: found.anchor, hasFiles } });
  for (let ids = await someCaseIds(work, null); ids.length > 0; ids = await someCaseIds(work, ids.at(-1)!))
    for (const evidence of await readEvidence(work, ids)) {
      found.cases += 1;
      files.push(...boundFiles(evidence.rows));
      yield line({ case: evidence });
    }
  yield line({ end: { cases: found.cases } });
}

async function copyFiles(from: FileStorage, to: FileStorage, files: readonly BoundFile[]): Promise<string[]> {
  const faults = new Set<string>();
  for (const { id, sha256 } of files) {
    const copied = await carried(from, to, { key: id, sha256, isBound: true, caseNumber: '' });
    if ('fault' in copied) faults.add(`file ${id} is ${copied.fault}`);
  }
  return [...faults];
}
