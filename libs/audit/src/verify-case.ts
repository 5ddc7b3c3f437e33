import { err, type Result } from '@wuqing/kernel';
import type { AuditEntry } from './audit-entry.js';
import { evidenceHash, type EvidenceRow } from './evidence.js';
import type { Sha256 } from './sha256.js';
import {
  broken,
  verifyChain,
  verifyHead,
  type ChainBreak,
  type ChainHead,
  type SoundChain,
} from './verify-chain.js';

/** A head as an anchor keeps it. */
export interface AnchoredHead {
  /** The anchor's number. */
  readonly anchor: number;
  readonly seq: number;
  readonly head: string;
}

/** Everything that is written of one case and may never change. */
export interface CaseEvidence {
  readonly caseId: string;
  readonly number: string;
  /** As the case row keeps it. */
  readonly head: ChainHead;
  /** By `seq`. */
  readonly entries: readonly AuditEntry[];
  readonly rows: readonly EvidenceRow[];
  /** By `seq`. */
  readonly anchored: readonly AnchoredHead[];
}

const nameOf = ({ kind, id }: Pick<EvidenceRow, 'kind' | 'id'>): string => `${kind} ${id}`;

/**
 * Holds one case's chain against itself, its rows against the chain, and the chain against its anchors; answers the first place
 * that does not fit. A row that is sealed under a key that is gone is as sound as before.
 */
export function verifyCase(
  { entries, rows, head, anchored }: CaseEvidence,
  sha256: Sha256,
): Result<SoundChain, ChainBreak> {
  const links = verifyChain(entries, sha256);
  if (!links.ok) return links;
  const other = otherContent(entries, rows, sha256) ?? otherAnchor(entries, anchored);
  if (other !== null) return err(other);
  const whole = verifyHead(links.value, head);
  const added = addedContent(entries, rows);
  return whole.ok && added !== null ? err(added) : whole;
}

function otherContent(
  entries: readonly AuditEntry[],
  rows: readonly EvidenceRow[],
  sha256: Sha256,
): ChainBreak | null {
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  for (const { seq, parts } of entries)
    for (const part of parts) {
      const row = byName.get(nameOf(part));
      if (!row) return broken('removed-content', seq, nameOf(part), [part.hash, 'nothing']);
      const hash = evidenceHash(row, sha256);
      if (hash !== part.hash) return broken('changed-content', seq, nameOf(part), [part.hash, hash]);
    }
  return null;
}

/** A row that no entry names, and that is not from before entries named rows. */
function addedContent(entries: readonly AuditEntry[], rows: readonly EvidenceRow[]): ChainBreak | null {
  const named = new Set(entries.flatMap(({ parts }) => parts.map(nameOf)));
  const old = entries.filter(({ format }) => format === 1);
  const lastAt = old.at(-1)?.at ?? '';
  const positions = new Set(old.map(({ detail }) => String(detail['position'])));
  const isOld = ({ kind, id, content }: EvidenceRow): boolean =>
    kind === 'journal' ? positions.has(id) : String(content['at']) <= lastAt;
  const added = rows.find((row) => !named.has(nameOf(row)) && !isOld(row));
  if (!added) return null;
  return broken('added-content', entries.length, nameOf(added), ['named', 'no entry that names it']);
}

function otherAnchor(entries: readonly AuditEntry[], anchored: readonly AnchoredHead[]): ChainBreak | null {
  for (const { anchor, seq, head } of anchored) {
    const found = entries[seq - 1]?.hash;
    if (found === head) continue;
    const kind = found === undefined ? 'removed-tail' : 'other-than-anchored';
    return broken(kind, seq, `the head that anchor ${anchor} keeps`, [head, found ?? 'nothing']);
  }
  return null;
}
