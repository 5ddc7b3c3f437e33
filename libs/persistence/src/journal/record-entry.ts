import type { JournalAnswer, JournalProposal } from '@wuqing/bpmn-engine';
import type { Actor } from '../actor.js';
import type { UnitOfWork } from '../unit-of-work.js';
import type { EntryContext } from './entry-context.js';
import { recordJournalEntry, recordPlainEntry } from './record-journal-entry.js';

export interface RecordDoors {
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
}

/** Records an entry by the short road where it is one for it, else in a transaction; the answer is the same. */
export async function recordEntry(
  { unitOfWork, actor }: RecordDoors,
  proposal: JournalProposal,
  context: EntryContext,
): Promise<JournalAnswer> {
  const plain = await unitOfWork.look(actor, (statements) => recordPlainEntry(statements, proposal, context));
  return plain ?? unitOfWork.run(actor, (work) => recordJournalEntry(work, proposal, context));
}
