import { err, ok, type Result } from '@wuqing/kernel';
import { GENESIS_HASH, hashedText, type AuditEntry, type Sha256 } from './audit-entry.js';

export interface ChainHead {
  readonly count: number;
  /** Hash of the last entry; `GENESIS_HASH` of an empty chain. */
  readonly head: string;
}

/** Where the chain breaks first. */
export interface ChainBreak {
  /** The place in the chain, counted from 1. */
  readonly seq: number;
  readonly expected: string;
  readonly found: string;
  readonly message: string;
}

const broken = (seq: number, what: string, expected: string, found: string): ChainBreak => ({
  seq,
  expected,
  found,
  message: `Expected ${what} of audit entry ${seq} to be ${expected}, found ${found}`,
});

function checkEntry(
  entry: AuditEntry,
  place: number,
  caseId: string,
  previous: string,
  sha256: Sha256,
): ChainBreak | null {
  if (entry.seq !== place) return broken(place, 'seq', String(place), String(entry.seq));
  if (entry.caseId !== caseId) return broken(place, 'case', caseId, entry.caseId);
  if (entry.previousHash !== previous) return broken(place, 'the hash before', previous, entry.previousHash);
  const hash = sha256(hashedText(entry, entry.previousHash));
  return entry.hash === hash ? null : broken(place, 'the hash', hash, entry.hash);
}

/**
 * Walks one case's whole chain in the order given. `expectedHead` is the head kept elsewhere (the case row): without
 * it, entries cut off at the end cannot be noticed, and neither can a chain computed anew from its first entry.
 */
export function verifyChain(
  entries: readonly AuditEntry[],
  sha256: Sha256,
  expectedHead?: ChainHead,
): Result<ChainHead, ChainBreak> {
  let head = GENESIS_HASH;
  const caseId = entries[0]?.caseId ?? '';
  for (const [index, entry] of entries.entries()) {
    const found = checkEntry(entry, index + 1, caseId, head, sha256);
    if (found !== null) return err(found);
    head = entry.hash;
  }
  const count = entries.length;
  if (expectedHead === undefined || (expectedHead.count === count && expectedHead.head === head))
    return ok({ count, head });
  const expected = `${expectedHead.count} entries ending in ${expectedHead.head}`;
  return err(broken(count, 'the chain at the end', expected, `${count} entries ending in ${head}`));
}
