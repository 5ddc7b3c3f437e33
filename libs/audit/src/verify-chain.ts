import { err, ok, type Result } from '@wuqing/kernel';
import { GENESIS_HASH, hashedText, type AuditEntry } from './audit-entry.js';
import type { Sha256 } from './sha256.js';

export interface ChainHead {
  readonly count: number;
  /** Hash of the last entry; `GENESIS_HASH` of an empty chain. */
  readonly head: string;
}

/** What was found sound. */
export interface SoundChain extends ChainHead {
  /** Entries of the first format among them: they say nothing of what was decided. */
  readonly linksOnly: number;
}

/** What somebody has done to a chain, as far as it can be told. */
export type BreakKind =
  | 'changed-entry'
  | 'removed-entry'
  | 'swapped-entries'
  | 'removed-tail'
  | 'changed-content'
  | 'removed-content'
  | 'added-content'
  | 'other-than-anchored';

/** Where the chain breaks first. */
export interface ChainBreak {
  readonly kind: BreakKind;
  /** The place in the chain, counted from 1. */
  readonly seq: number;
  readonly expected: string;
  readonly found: string;
  readonly message: string;
}

export const broken = (
  kind: BreakKind,
  seq: number,
  what: string,
  [expected, found]: readonly [string, string],
): ChainBreak => ({
  kind,
  seq,
  expected,
  found,
  message: `Expected ${what} of audit entry ${seq} to be ${expected}, found ${found}`,
});

interface Place {
  readonly seq: number;
  readonly before: AuditEntry | undefined;
  readonly caseId: string;
}

/** The entry belongs at another place of this chain, by the hash before that it carries. */
const isElsewhere = (entry: AuditEntry, { seq }: Place, entries: readonly AuditEntry[]): boolean =>
  entries.some((other, index) => other.hash === entry.previousHash && index + 2 !== seq);

function checkEntry(
  entry: AuditEntry,
  place: Place,
  entries: readonly AuditEntry[],
  sha256: Sha256,
): ChainBreak | null {
  const { seq, before, caseId } = place;
  const previous = before?.hash ?? GENESIS_HASH;
  if (entry.seq !== seq) {
    const kind = entries.some((other) => other.seq === seq) ? 'swapped-entries' : 'removed-entry';
    return broken(kind, seq, 'seq', [String(seq), String(entry.seq)]);
  }
  if (entry.caseId !== caseId) return broken('changed-entry', seq, 'case', [caseId, entry.caseId]);
  if (entry.previousHash !== previous) {
    const kind = isElsewhere(entry, place, entries) ? 'swapped-entries' : 'changed-entry';
    return broken(kind, seq, 'the hash before', [previous, entry.previousHash]);
  }
  if (entry.format < (before?.format ?? 1))
    return broken('changed-entry', seq, 'the format', [String(before?.format), String(entry.format)]);
  const hash = sha256(hashedText(entry, entry.previousHash, entry.format));
  return entry.hash === hash ? null : broken('changed-entry', seq, 'the hash', [hash, entry.hash]);
}

/**
 * Walks one case's whole chain in the order given. `expectedHead` is the head kept elsewhere (the case row): without
 * it, entries cut off at the end cannot be noticed, and neither can a chain computed anew from its first entry. Who cuts the case
 * row's head, too, is found by an anchor (`verifyCase`).
 */
export function verifyChain(
  entries: readonly AuditEntry[],
  sha256: Sha256,
  expectedHead?: ChainHead,
): Result<SoundChain, ChainBreak> {
  const caseId = entries[0]?.caseId ?? '';
  for (const [index, entry] of entries.entries()) {
    const found = checkEntry(entry, { seq: index + 1, before: entries[index - 1], caseId }, entries, sha256);
    if (found !== null) return err(found);
  }
  const sound = {
    count: entries.length,
    head: entries.at(-1)?.hash ?? GENESIS_HASH,
    linksOnly: entries.filter(({ format }) => format === 1).length,
  };
  return expectedHead === undefined ? ok(sound) : verifyHead(sound, expectedHead);
}

/** Holds a chain that is sound in itself against the head that is kept elsewhere; before the first entry that says nothing. */
export function verifyHead(sound: SoundChain, kept: ChainHead): Result<SoundChain, ChainBreak> {
  if (sound.count === kept.count && (sound.head === kept.head || kept.count === 0)) return ok(sound);
  const kind = sound.count < kept.count ? 'removed-tail' : 'changed-entry';
  const sentenceOf = ({ count, head }: ChainHead): string => `${count} entries ending in ${head}`;
  return err(broken(kind, sound.count, 'the chain at the end', [sentenceOf(kept), sentenceOf(sound)]));
}
