import type { JournalProposal, OpenUserTask, RecordedOutcome } from '@wuqing/bpmn-engine';
import { chainEntry, evidencePart } from '@wuqing/audit';
import { instant, isoOf } from '@wuqing/kernel';
import type { CalledEntry } from './called-cases.js';
import { evidenceOfEntry, type ClosedStep } from '../evidence/entry-evidence.js';
import { auditFactsOf } from './append-audit.js';
import type { EntryContext, PlannedClock } from './entry-context.js';
import type { LockedCase } from './locked-case.js';
import { canceledTasksOf, completedTaskOf, hasEnded, isoAt, openedTasksOf } from './rows-of-entry.js';

/**
 * Everything that an entry of one case writes in whatever process it lies, as one value: `writeEntryRows` names its parts.
 * What only some entries write besides is an `EntryExtra`.
 */
export function rowsOfEntry(entry: CalledEntry, outcome: RecordedOutcome): object {
  const { proposal, locked, context } = entry;
  const kept = { ...proposal, ...entry.kept };
  const { caseId, position, commandId, commandKind, actorId, events, effects, bindings } = kept;
  const isMoved = proposal.definitionChecksum !== locked.definitionChecksum;
  const closed = closedStep(proposal, locked, context);
  return {
    case_id: caseId,
    unit_id: locked.unitId,
    position,
    audit_seq: locked.auditSeq,
    at: isoAt(proposal),
    actor_id: actorId,
    command_id: commandId,
    command_kind: commandKind,
    events,
    effects,
    bindings: bindings ?? null,
    outcome,
    migrated_from: isMoved ? locked.definitionChecksum : null,
    migrated_to: isMoved ? proposal.definitionChecksum : null,
    status: proposal.statusAfter,
    has_ended: hasEnded(proposal),
    audit: auditRowOf(kept, locked, closed, context),
    ...closedBy(proposal, locked, closed),
    ...openedBy(proposal, locked, context),
  };
}

function auditRowOf(
  proposal: JournalProposal,
  locked: LockedCase,
  closed: ClosedStep,
  { sha256 }: EntryContext,
): object {
  const parts = evidenceOfEntry(proposal, locked, closed).map((row) => evidencePart(row, sha256));
  const facts = { ...auditFactsOf(proposal, locked), parts, seq: locked.auditSeq + 1 };
  const { seq, subject, detail, format, previousHash, hash } = chainEntry(locked.auditHead, facts, sha256);
  return { seq, subject, detail, format, parts, previous_hash: previousHash, hash };
}

/** The submission of the completed step, with its files and what becomes public by it. */
function closedStep(proposal: JournalProposal, locked: LockedCase, context: EntryContext): ClosedStep {
  if (completedTaskOf(proposal) === undefined) return { files: [], notices: [] };
  const { submission, completedElementId, title, files } = locked;
  const planned =
    submission && completedElementId !== null ? context.planNotices(completedElementId, submission) : [];
  return {
    submissionId: context.newId(),
    files,
    notices: planned.map((notice) => ({
      ...notice,
      id: context.newId(),
      title: `${notice.title}：${title}`,
    })),
  };
}

/** The completed step with what was submitted; the steps that the entry takes back. */
function closedBy(
  proposal: JournalProposal,
  { submission }: LockedCase,
  { submissionId, files, notices }: ClosedStep,
): object {
  return {
    canceled_keys: canceledTasksOf(proposal),
    files,
    notices: notices.map(({ fromOn, toOn, ...notice }) => ({ ...notice, from_on: fromOn, to_on: toOn })),
    ...(submissionId !== undefined && {
      completed_key: completedTaskOf(proposal),
      task_row_version: proposal.taskRowVersion ?? null,
      submission_id: submissionId,
      submission,
    }),
  };
}

/** A row for each new step, the positions whose holders may claim it, and a clock for each of its service levels. */
function openedBy(proposal: JournalProposal, locked: LockedCase, context: EntryContext): object {
  const opened = openedTasksOf(proposal).map((task) => ({ id: context.newId(), task }));
  return {
    tasks: opened.map(({ id, task }) => taskRowOf(id, task)),
    candidates: opened.flatMap(({ id, task }) =>
      task.candidateGroups.flatMap((reference) => {
        const holder = context.holderOf(reference, locked.unitId);
        return holder ? [{ user_task_id: id, position_key: holder.positionKey, unit_id: holder.unitId }] : [];
      }),
    ),
    clocks: opened.flatMap(({ id, task }) =>
      context.planClocks(task, proposal.at).map((clock) => ({
        ...clockRowOf(clock, locked.clockOffsetMs),
        id: context.newId(),
        user_task_id: id,
        element_id: task.elementId,
      })),
    ),
  };
}

const taskRowOf = (id: string, { elementId, userTask, name, formKey, assignee }: OpenUserTask): object => ({
  id,
  element_id: elementId,
  element_key: userTask,
  name,
  form_key: formKey ?? null,
  assignee_id: assignee ?? null,
});

function clockRowOf(
  { name, policy, anchor, dueOn, provisional, instants }: PlannedClock,
  clockOffsetMs: number,
): object {
  const first = instants[0];
  return {
    name,
    policy,
    anchor,
    due_on: dueOn,
    provisional,
    instants: instants.map((planned) => ({ ...planned, at: isoOf(instant(planned.at)) })),
    fires_at: first ? isoOf(instant(first.at - clockOffsetMs)) : null,
  };
}
