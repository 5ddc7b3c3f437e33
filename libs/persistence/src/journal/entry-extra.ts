import type { JournalProposal } from '@wuqing/bpmn-engine';
import type { Work } from '../unit-of-work.js';
import type { CalledEntry } from './called-cases.js';
import type { EntryContext } from './entry-context.js';
import type { LockedTree } from './locked-case.js';

/** What only some entries write, besides their rows. Where it concerns nothing it writes nothing. */
export interface EntryExtra {
  readonly concerns: (proposal: JournalProposal, context: EntryContext) => boolean;
  readonly write: (work: Work, entry: CalledEntry) => Promise<void>;
}

/** What changes the whole tree before its entries are written. */
export interface TreeExtra {
  readonly concerns: (proposal: JournalProposal) => boolean;
  readonly write: (
    work: Work,
    proposal: JournalProposal,
    tree: LockedTree,
    context: EntryContext,
  ) => Promise<void>;
}
