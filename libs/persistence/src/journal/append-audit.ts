import { chainEntry } from '@wuqing/audit';
import type { JsonObject } from '@wuqing/kernel';
import type { Work } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import type { EntryProposal, LockedCase } from './journal-proposal.js';
import { auditSubjectOf, isoAt } from './rows-of-entry.js';

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditFacts {
  readonly caseId: string;
  readonly unitId: string;
  readonly actorId: string;
  readonly action: string;
  readonly subject: string;
  /** ISO 8601, the case's time. */
  readonly at: string;
  readonly detail: JsonObject;
}

/** The journal entry's own line in the case's audit chain. */
export function appendAudit(
  work: Work,
  proposal: EntryProposal,
  locked: LockedCase,
  { sha256 }: EntryContext,
): Promise<AuditHead> {
  const { caseId, actorId, commandKind, commandId, position } = proposal;
  const { unitId, onBehalfOf } = locked;
  const facts: AuditFacts = {
    caseId,
    unitId,
    actorId,
    action: commandKind,
    subject: auditSubjectOf(proposal),
    at: isoAt(proposal),
    detail: { commandId, position, ...(onBehalfOf.length > 0 && { onBehalfOf }) },
  };
  return chainAudit(work, { seq: locked.auditSeq, hash: locked.auditHead }, facts, sha256);
}

/** Appends to the chain whose head the caller holds under the case row's lock; the caller writes the new head there. */
export async function chainAudit(
  work: Work,
  head: AuditHead,
  { unitId, ...facts }: AuditFacts,
  sha256: (text: string) => string,
): Promise<AuditHead> {
  const entry = chainEntry(head.hash, { ...facts, seq: head.seq + 1 }, sha256);
  await work.query(
    `INSERT INTO audit_entry (case_id, seq, unit_id, actor_id, action, subject, at, detail, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      facts.caseId,
      entry.seq,
      unitId,
      facts.actorId,
      facts.action,
      facts.subject,
      facts.at,
      JSON.stringify(facts.detail),
      entry.previousHash,
      entry.hash,
    ],
  );
  return { seq: entry.seq, hash: entry.hash };
}
