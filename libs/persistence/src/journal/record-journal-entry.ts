import type { JournalAnswer, JournalEntry, JournalProposal } from '@wuqing/bpmn-engine';
import type { Work } from '../unit-of-work.js';
import { appendAudit } from './append-audit.js';
import type { EntryContext } from './entry-context.js';
import type { LockedCase } from './locked-case.js';
import { tellFirstCase } from './tell-first-case.js';
import { stopClocks, writeClocks } from './write-clocks.js';
import { writeEntry } from './write-entry.js';
import { writeIncidents } from './write-incidents.js';
import { writeSubscriptions } from './write-subscriptions.js';
import { writeThrown } from './write-thrown.js';
import { closeTasks, completeTask, openTasks } from './write-user-tasks.js';

/** What the loser of two completions reads. */
const CONFLICT = '该任务已被他人办理、签收或转交,请刷新后再试。';

/**
 * The transaction in which a case moves: the entry, and everything that is read from it.
 *
 * Under the case row's lock: position free and command new → all of it is written. Position taken, or the command in
 * the journal already at any position → nothing is written and what stands comes back. Task row changed since the
 * caller was authorized → conflict, nothing is written. Throws `PositionGap` where the journal is behind the
 * workflow, which only a restored database can be.
 */
export async function recordJournalEntry(
  work: Work,
  proposal: JournalProposal,
  context: EntryContext,
): Promise<JournalAnswer> {
  const locked = await lockCase(work, proposal);
  if (locked.ownPosition !== null || locked.journalPosition > proposal.position)
    return standing(work, proposal, locked);
  if (locked.journalPosition < proposal.position) throw new PositionGap(proposal, locked);

  const completed = await completeTask(work, proposal, locked, context);
  if (completed === 'conflict') return { kind: 'conflict', message: CONFLICT };
  const outcome = { status: 'accepted', position: proposal.position } as const;
  const canceled = await closeTasks(work, proposal);
  await stopClocks(work, proposal, completed ? [completed, ...canceled] : canceled);
  const opened = await openTasks(work, proposal, locked, context);
  await writeClocks(work, proposal, locked, context, opened);
  await writeSubscriptions(work, proposal, locked, context);
  await writeThrown(work, proposal, locked, context);
  await writeIncidents(work, proposal, locked);
  await tellFirstCase(work, proposal, context);
  const audit = await appendAudit(work, proposal, locked, context);
  await writeEntry(work, proposal, locked, outcome, audit);
  return { kind: 'recorded', outcome };
}

/** The journal has fewer entries than the workflow has evolved from. */
export class PositionGap extends Error {
  override readonly name = 'PositionGap';
  constructor({ caseId, position }: JournalProposal, { journalPosition }: LockedCase) {
    super(`Expected ${position} journal entries of case ${caseId}, found ${journalPosition}`);
  }
}

async function standing(
  work: Work,
  proposal: JournalProposal,
  { ownPosition }: LockedCase,
): Promise<JournalAnswer> {
  const entries = await readEntries(work, proposal.caseId, proposal.position);
  return {
    kind: 'standing',
    entries,
    ...(ownPosition === null ? {} : { own: { status: 'accepted', position: ownPosition } }),
  };
}

/** Entries of the journal from `position` on, in order. */
export async function readEntries(work: Work, caseId: string, position: number): Promise<JournalEntry[]> {
  const rows = await work.query<StoredEntry>(
    `SELECT position, command_id AS "commandId", events, effects, bindings FROM journal_entry
     WHERE case_id = $1 AND position >= $2 ORDER BY position`,
    [caseId, position],
  );
  return rows.map(({ bindings, ...entry }) => ({ ...entry, ...(bindings && { bindings }) }));
}

type StoredEntry = Omit<JournalEntry, 'bindings'> & { readonly bindings: JournalEntry['bindings'] | null };

/** Where this command's own entry stands; null where it has none. */
export async function positionOf(work: Work, caseId: string, commandId: string): Promise<number | null> {
  const rows = await work.query<{ position: number }>(
    'SELECT position FROM journal_entry WHERE case_id = $1 AND command_id = $2',
    [caseId, commandId],
  );
  return rows[0]?.position ?? null;
}

async function lockCase(work: Work, { caseId, commandId }: JournalProposal): Promise<LockedCase> {
  const rows = await work.query<LockedCase>(
    `SELECT c.unit_id AS "unitId", c.title, c.journal_position AS "journalPosition", c.audit_seq AS "auditSeq",
       c.audit_head AS "auditHead", c.clock_offset_ms::float8 AS "clockOffsetMs",
       (SELECT position FROM journal_entry WHERE case_id = c.id AND command_id = $2) AS "ownPosition",
       command.body -> 'submission' AS submission, coalesce(command.body -> 'onBehalfOf', '[]') AS "onBehalfOf"
     FROM process_instance c LEFT JOIN command ON command.id = $2
     WHERE c.id = $1 FOR UPDATE OF c`,
    [caseId, commandId],
  );
  if (!rows[0]) throw new Error(`Expected case ${caseId} in the database`);
  return rows[0];
}
