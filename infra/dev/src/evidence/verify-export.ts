import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NO_ANCHOR, followingAnchor, verifyCase, type AnchoredHead, type CaseEvidence } from '@wuqing/audit';
import { looked } from '../backup/carried-files.js';
import { sha256 } from '../backup/sha256.js';
import { boundFiles, placesOf, type ExportHead } from './evidence-export.js';
import { readExportLine } from './export-line.js';

export interface Verified {
  readonly cases: number;
  readonly entries: number;
  /** Entries of the first format: their links are sound, what was decided is not in their hash. */
  readonly linksOnly: number;
  readonly anchors: number;
  /** Files whose bytes were hashed; undefined where the export has none. */
  readonly files: number | undefined;
  /** The first thing that is wrong in each case, and whatever is wrong with the anchors; none where all is sound. */
  readonly faults: readonly string[];
}

/** Anchors by the cases that they name, and their hashes. */
interface Anchors {
  readonly headsOf: Map<string, AnchoredHead[]>;
  readonly hashes: Set<string>;
}

/**
 * Holds an export against itself, without a database or a network. `keptHash`: of an anchor that was kept where nobody of the
 * township's machines could reach it; without one, whoever rewrote everything is not found.
 */
export async function verifyExport(folder: string, keptHash?: string): Promise<Verified> {
  const faults: string[] = [];
  const anchors = await readAnchors(folder, faults);
  if (keptHash !== undefined && !anchors.hashes.has(keptHash))
    faults.push(
      `forged-anchor: the anchor ${keptHash}, which was kept elsewhere, is not among those of the export`,
    );
  const counts = { cases: 0, entries: 0, linksOnly: 0, files: 0 };
  let head: ExportHead | undefined;
  let casesWritten: number | undefined;
  let place = 0;
  for await (const text of createInterface({ input: createReadStream(placesOf(folder).cases) })) {
    place += 1;
    const line = readExportLine(text);
    if (!line.ok) faults.push(`unreadable: line ${place} of cases.ndjson: ${line.error}`);
    else if ('head' in line.value) head = line.value.head;
    else if ('end' in line.value) casesWritten = line.value.end.cases;
    else {
      verifyOne(line.value.case, anchors, { counts, faults });
      if (head?.hasFiles) await verifyFiles(folder, line.value.case, { counts, faults });
    }
  }
  faults.push(...missingOf(head, casesWritten === counts.cases, anchors));
  const files = head?.hasFiles ? counts.files : undefined;
  return { ...counts, anchors: anchors.hashes.size, files, faults };
}

async function readAnchors(folder: string, faults: string[]): Promise<Anchors> {
  const { anchors: place } = placesOf(folder);
  const headsOf = new Map<string, AnchoredHead[]>();
  const hashes = new Set<string>();
  let before = NO_ANCHOR;
  for (const name of (await readdir(place)).sort()) {
    const following = followingAnchor(before, await readFile(join(place, name), 'utf8'), sha256);
    if (!following.ok) {
      faults.push(`forged-anchor: ${following.error}`);
      break;
    }
    const { number, hash, anchor } = following.value;
    before = { number, hash };
    hashes.add(hash);
    for (const { caseId, seq, head } of anchor.heads) {
      const heads = headsOf.get(caseId) ?? [];
      heads.push({ anchor: number, seq, head });
      headsOf.set(caseId, heads);
    }
  }
  return { headsOf, hashes };
}

interface Findings {
  readonly counts: { cases: number; entries: number; linksOnly: number; files: number };
  readonly faults: string[];
}

function verifyOne(evidence: CaseEvidence, { headsOf }: Anchors, { counts, faults }: Findings): void {
  const { caseId, number, entries } = evidence;
  const verified = verifyCase({ ...evidence, anchored: headsOf.get(caseId) ?? [] }, sha256);
  headsOf.delete(caseId);
  counts.cases += 1;
  counts.entries += entries.length;
  if (verified.ok) counts.linksOnly += verified.value.linksOnly;
  else faults.push(`${verified.error.kind}: case ${number}: ${verified.error.message}`);
}

async function verifyFiles(
  folder: string,
  { number, rows }: CaseEvidence,
  { counts, faults }: Findings,
): Promise<void> {
  for (const { id, sha256: hash } of boundFiles(rows)) {
    const file = { key: id, sha256: hash, isBound: true, caseNumber: number };
    const found = await looked(placesOf(folder).files, file);
    counts.files += 1;
    if ('fault' in found) faults.push(`${found.fault}-file: case ${number}: file ${id} is ${found.fault}`);
  }
}

/** Cases that an anchor names and the export lacks; an export that does not come to its end. */
function missingOf(head: ExportHead | undefined, isWhole: boolean, { headsOf, hashes }: Anchors): string[] {
  const faults = [...headsOf].map(
    ([caseId, [first]]) =>
      `removed-case: the case ${caseId}, which anchor ${first?.anchor} names, is missing`,
  );
  if (!head || !isWhole) faults.push('broken-off: it has not as many cases as were written');
  if (head && head.anchor.number > 0 && !hashes.has(head.anchor.hash))
    faults.push(`forged-anchor: anchor ${head.anchor.number} is not as it was made (${head.anchor.hash})`);
  return faults;
}
