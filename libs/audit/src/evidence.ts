import { canonicalJson, type JsonObject } from '@wuqing/kernel';
import type { Sha256 } from './sha256.js';

/** What an entry of the chain answers for beside itself. */
export const evidenceKinds = ['journal', 'submission', 'file', 'notice', 'order'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A row as it lies in the database: what is sealed is hashed sealed, so that a lost key changes no hash. */
export interface EvidenceRow {
  readonly kind: EvidenceKind;
  /** Unique among the case's rows of its kind. */
  readonly id: string;
  readonly content: JsonObject;
}

/** How an audit entry names a row. */
export interface EvidencePart {
  readonly kind: EvidenceKind;
  readonly id: string;
  readonly hash: string;
}

export const evidenceHash = ({ kind, id, content }: EvidenceRow, sha256: Sha256): string =>
  sha256(canonicalJson({ kind, id, content }));

export const evidencePart = (row: EvidenceRow, sha256: Sha256): EvidencePart => ({
  kind: row.kind,
  id: row.id,
  hash: evidenceHash(row, sha256),
});
