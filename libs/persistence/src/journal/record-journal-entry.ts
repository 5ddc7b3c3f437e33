import type { JournalAnswer, JournalEntry, JournalProposal } from '@wuqing/bpmn-engine';
import type { Work } from '../unit-of-work.js';
import { appendAudit } from './append-audit.js';
import type { EntryContext } from './entry-context.js';
import { calledEntries, type CalledEntry } from './called-cases.js';
import { lockTree, type LockedCase, type LockedTree } from './locked-case.js';
import { migrateRows } from './migrate-rows.js';
import { moveWithSuspension } from './pause-clocks.js';
import { completedTaskOf } from './rows-of-entry.js';
import { ownFacts, partsOf } from './split-entry.js';
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
  const tree = await lockTree(work, proposal);
  const locked = tree.root;
  if (locked.ownPosition !== null || locked.journalPosition > proposal.position)
    return standing(work, proposal, locked);
  if (locked.journalPosition < proposal.position) throw new PositionGap(proposal, locked);

  const completed = await completeTaskIn(work, proposal, tree, context);
  if (completed === 'conflict') return { kind: 'conflict', message: CONFLICT };
  const outcome = { status: 'accepted', position: proposal.position } as const;
  await migrateRows(work, proposal, locked, context);
  await moveWithSuspension(work, proposal, tree, context);
  await writeWhatIsRead(
    work,
    { proposal: { ...proposal, ...ownFacts(proposal) }, locked, context },
    completed,
  );
  await tellFirstCase(work, proposal, context);
  await writeEntry(work, proposal, locked, outcome, await appendAudit(work, proposal, locked, context));
  for (const called of await calledEntries(work, proposal, tree, context)) {
    await writeWhatIsRead(work, called, completed);
    const audit = await appendAudit(work, called.proposal, called.locked, context);
    await writeEntry(work, called.proposal, called.locked, outcome, audit);
  }
  return { kind: 'recorded', outcome };
}

/** The row of the task that the command completes, in whichever case of the tree it lies. */
async function completeTaskIn(
  work: Work,
  proposal: JournalProposal,
  { root, called }: LockedTree,
  context: EntryContext,
): Promise<string | undefined | 'conflict'> {
  const own = { ...proposal, ...ownFacts(proposal) };
  if (completedTaskOf(own) !== undefined) return completeTask(work, own, root, context);
  for (const { part, ...facts } of partsOf(proposal, ({ call }) => call)) {
    const locked = called.find(({ callKey }) => callKey === part.call);
    if (!locked || completedTaskOf(facts) === undefined) continue;
    const theirs = { ...proposal, ...facts, caseId: locked.caseId };
    return completeTask(work, theirs, locked, context.inCalled(part.definitionChecksum));
  }
  return undefined;
}

/** Rows that pages, watches and people read, of one case of the tree. */
async function writeWhatIsRead(
  work: Work,
  { proposal, locked, context }: CalledEntry,
  completed: string | undefined,
): Promise<void> {
  const canceled = await closeTasks(work, proposal);
  await stopClocks(work, proposal, completed ? [completed, ...canceled] : canceled);
  const opened = await openTasks(work, proposal, locked, context);
  await writeClocks(work, proposal, locked, context, opened);
  await writeSubscriptions(work, proposal, locked);
  await writeThrown(work, proposal, locked, context);
  await writeIncidents(work, proposal, locked);
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
    `SELECT position, command_id AS "commandId", events, effects, bindings, migrated_to AS "migratedTo" FROM journal_entry
     WHERE case_id = $1 AND position >= $2 ORDER BY position`,
    [caseId, position],
  );
  return rows.map(({ bindings, migratedTo, ...entry }) => ({
    ...entry,
    ...(bindings && { bindings }),
    ...(migratedTo !== null && { migratedTo }),
  }));
}

type StoredEntry = Omit<JournalEntry, 'bindings' | 'migratedTo'> & {
  readonly bindings: JournalEntry['bindings'] | null;
  readonly migratedTo: string | null;
};

/** Where this command's own entry stands; null where it has none. */
export async function positionOf(work: Work, caseId: string, commandId: string): Promise<number | null> {
  const rows = await work.query<{ position: number }>(
    'SELECT position FROM journal_entry WHERE case_id = $1 AND command_id = $2',
    [caseId, commandId],
  );
  return rows[0]?.position ?? null;
}
