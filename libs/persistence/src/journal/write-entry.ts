import type { JournalProposal, RecordedOutcome } from '@wuqing/bpmn-engine';
import type { Work } from '../unit-of-work.js';
import type { AuditHead } from './append-audit.js';
import type { LockedCase } from './locked-case.js';
import { isoAt } from './rows-of-entry.js';

/** The entry itself, the case row that counts it, and the outcome of the command row that asked for it. */
export async function writeEntry(
  work: Work,
  proposal: JournalProposal,
  locked: LockedCase,
  outcome: RecordedOutcome,
  audit: AuditHead,
): Promise<void> {
  const { caseId, position, commandId, commandKind, actorId, events, effects, statusAfter, bindings } =
    proposal;
  const isMoved = proposal.definitionChecksum !== locked.definitionChecksum;
  const ended = statusAfter === 'completed' || statusAfter === 'terminated';
  await work.query(
    `WITH entry AS (
       INSERT INTO journal_entry (case_id, position, unit_id, command_id, command_kind, actor_id, at, events, effects, bindings,
         migrated_from, migrated_to)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $15, $16, $17)
     ), moved AS (
       UPDATE process_instance SET journal_position = $2 + 1, status = $10, audit_seq = $11, audit_head = $12,
         ended_at = CASE WHEN $13 THEN $7::timestamptz ELSE ended_at END
       WHERE id = $1
     ), mended AS (
       UPDATE set_aside SET resolved_at = now()
       WHERE queue = 'journal-entry' AND row_id = $1 || '/' || $4 AND resolved_at IS NULL
     )
     UPDATE command SET outcome = coalesce(outcome, $14::jsonb), settled_at = coalesce(settled_at, now()) WHERE id = $4`,
    [
      caseId,
      position,
      locked.unitId,
      commandId,
      commandKind,
      actorId,
      isoAt(proposal),
      JSON.stringify(events),
      JSON.stringify(effects),
      statusAfter,
      audit.seq,
      audit.hash,
      ended,
      JSON.stringify(outcome),
      bindings ? JSON.stringify(bindings) : null,
      isMoved ? locked.definitionChecksum : null,
      isMoved ? proposal.definitionChecksum : null,
    ],
  );
}
