import type { JournalProposal } from '@wuqing/bpmn-engine';
import { chainEntry, type EvidencePart } from '@wuqing/audit';
import { required, type JsonObject } from '@wuqing/kernel';
import type { Work } from '../unit-of-work.js';
import type { LockedCase } from './locked-case.js';
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
  /** Rows that are written with it. */
  readonly parts?: readonly EvidencePart[];
}

/** Commands by which a person sets variables that no form asked for. */
const mending: readonly JournalProposal['commandKind'][] = [
  'ResolveIncident',
  'SkipElement',
  'ActivateAdHocElements',
];

/** What the case's audit says of a journal entry. */
export function auditFactsOf(proposal: JournalProposal, locked: LockedCase): AuditFacts {
  const { caseId, actorId, commandKind, commandId, position } = proposal;
  const { unitId, onBehalfOf, reason, names, files, completedElementId } = locked;
  const isMended = mending.includes(commandKind) && names.length > 0;
  return {
    caseId,
    unitId,
    actorId,
    action: commandKind,
    subject: auditSubjectOf(proposal),
    at: isoAt(proposal),
    detail: {
      commandId,
      position,
      ...(onBehalfOf.length > 0 && { onBehalfOf }),
      ...(reason !== null && { reason }),
      ...(isMended && { variables: names }),
      ...(completedElementId !== null &&
        files.length > 0 && { files: files.map(({ id, sha256: hash }) => ({ id, sha256: hash })) }),
    },
  };
}

/** Appends to the chain whose head the caller holds under the case row's lock; the caller writes the new head there. */
export async function chainAudit(
  work: Work,
  head: AuditHead,
  facts: AuditFacts,
  sha256: (text: string) => string,
): Promise<AuditHead> {
  const heads = await chainAudits(work, new Map([[facts.caseId, head]]), [facts], sha256);
  return heads.get(facts.caseId) ?? head;
}

/**
 * The one place where audit entries are chained and written, of any number of cases in one statement: `facts` in their
 * order, each behind the head of its case. Returns the heads of the cases that got entries; the caller holds the locks
 * of all of them and writes the new heads.
 */
export async function chainAudits(
  work: Work,
  heads: ReadonlyMap<string, AuditHead>,
  facts: readonly AuditFacts[],
  sha256: (text: string) => string,
): Promise<ReadonlyMap<string, AuditHead>> {
  const moved = new Map<string, AuditHead>();
  const rows = facts.map(({ parts = [], ...fact }) => {
    const head = required(
      moved.get(fact.caseId) ?? heads.get(fact.caseId),
      `audit head of case ${fact.caseId}`,
    );
    const entry = chainEntry(head.hash, { ...fact, parts, seq: head.seq + 1 }, sha256);
    moved.set(fact.caseId, { seq: entry.seq, hash: entry.hash });
    return entry;
  });
  await work.query(
    `INSERT INTO audit_entry (case_id, seq, unit_id, actor_id, action, subject, at, detail, format, parts, previous_hash, hash)
     SELECT "caseId", seq, "unitId", "actorId", action, subject, at, detail, format, parts, "previousHash", hash
     FROM jsonb_to_recordset($1) AS t ("caseId" uuid, seq int, "unitId" uuid, "actorId" text, action text, subject text,
       at timestamptz, detail jsonb, format smallint, parts jsonb, "previousHash" text, hash text)`,
    [JSON.stringify(rows)],
  );
  return moved;
}
