import type { JournalAnswer, JournalEntry, JournalProposal, RecordedOutcome } from '@wuqing/bpmn-engine';
import type { Statements, Work } from '../unit-of-work.js';
import { calledEntries, type CalledEntry } from './called-cases.js';
import type { EntryContext } from './entry-context.js';
import { beforehand, extras } from './entry-extras.js';
import { lockTree, readTree, type LockedCase, type LockedTree } from './locked-case.js';
import { AnsweredOtherwise, settleLedgers } from '../ledger/settle-ledgers.js';
import { completedTaskOf } from './rows-of-entry.js';
import { ownFacts, partsOf } from './split-entry.js';
import { writeEntryRows } from './write-entry-rows.js';

/** What the loser of two completions reads. */
const CONFLICT = '该任务已被他人办理、签收或转交，请刷新后再试。';

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
  const tree = await lockTree(work, proposal, completedKeyIn(proposal));
  const locked = tree.root;
  if (locked.ownPosition !== null || locked.journalPosition > proposal.position)
    return standing(work, proposal, locked);
  if (locked.journalPosition < proposal.position) throw new PositionGap(proposal, locked);
  try {
    // Rows may have been written before a task is found gone, or a question answered otherwise: all of them are undone.
    await (proposal.called || proposal.answers
      ? work.part(() => writeTree(work, proposal, tree, context))
      : writeTree(work, proposal, tree, context));
  } catch (error) {
    if (error instanceof TaskHasChanged) return { kind: 'conflict', message: CONFLICT };
    if (error instanceof AnsweredOtherwise) return { kind: 'otherwise', answers: error.answers };
    throw error;
  }
  return { kind: 'recorded', outcome: outcomeOf(proposal) };
}

/**
 * The same in two statements without a transaction around them, for an entry that writes nothing but what every entry may:
 * the second one writes all of it or nothing. Undefined where the case is not where the proposal expects it, or the entry
 * writes more: then `recordJournalEntry` writes it, or says what stands there.
 */
export async function recordPlainEntry(
  statements: Statements,
  proposal: JournalProposal,
  context: EntryContext,
): Promise<JournalAnswer | undefined> {
  if (
    proposal.called ||
    proposal.answers ||
    beforehand.some(({ concerns }) => concerns(proposal)) ||
    extras.some(({ concerns }) => concerns(proposal, context))
  )
    return undefined;
  const { root, called } = await readTree(statements, proposal, completedKeyIn(proposal));
  const isExpected = root.ownPosition === null && root.journalPosition === proposal.position;
  if (!isExpected || called.length > 0) return undefined;
  const outcome = outcomeOf(proposal);
  const written = await writeEntryRows(statements, { proposal, locked: root, context }, outcome);
  if (written === 'conflict') return { kind: 'conflict', message: CONFLICT };
  return written === 'written' ? { kind: 'recorded', outcome } : undefined;
}

const outcomeOf = ({ position }: JournalProposal) => ({ status: 'accepted', position }) as const;

/** By the name that it has in its own process. */
function completedKeyIn(proposal: JournalProposal): string | undefined {
  const own = completedTaskOf({ effects: ownFacts(proposal).effects });
  if (own !== undefined || !proposal.called) return own;
  return partsOf(proposal, ({ call }) => call)
    .map(completedTaskOf)
    .find((key) => key !== undefined);
}

async function writeTree(
  work: Work,
  proposal: JournalProposal,
  tree: LockedTree,
  context: EntryContext,
): Promise<void> {
  for (const { concerns, write } of beforehand)
    if (concerns(proposal)) await write(work, proposal, tree, context);
  const { events, effects } = proposal;
  const own = {
    proposal: { ...proposal, ...ownFacts(proposal) },
    kept: { events, effects },
    locked: tree.root,
    context,
  };
  await writeCase(work, own, outcomeOf(proposal));
  for (const called of await calledEntries(work, proposal, tree, context))
    await writeCase(work, called, outcomeOf(proposal));
  if (proposal.answers) await settleLedgers(work, proposal, tree.root, context.sha256);
}

async function writeCase(work: Work, entry: CalledEntry, outcome: RecordedOutcome): Promise<void> {
  const written = await writeEntryRows(work, entry, outcome);
  if (written === 'conflict') throw new TaskHasChanged();
  if (written === 'moved')
    throw new Error(`Expected case ${entry.locked.caseId} to stand still under its lock`);
  for (const { concerns, write } of extras)
    if (concerns(entry.proposal, entry.context)) await write(work, entry);
}

/** The row of the task that the command completes is not as the caller saw it. */
class TaskHasChanged extends Error {
  override readonly name = 'TaskHasChanged';
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
