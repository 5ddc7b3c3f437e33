import type { UserTaskDetailView } from '../../client/api.js';
import { stateWords } from '../../words/state.words.js';
import { Sheet } from '../parts/sheet.js';
import { To, useGo } from '../parts/to.js';
import { useTakenSaid } from '../../client/use-taken-by.js';

interface TakenProps {
  /** As it is now. */
  readonly task: UserTaskDetailView;
}

/** Lies over a form that a colleague has taken or done meanwhile; what was entered stays in the draft. */
export function TakenSheet({ task }: TakenProps) {
  const go = useGo();
  return (
    <Sheet title={useTakenSaid(task) ?? ''} isUrgent onClose={() => go('/inbox')}>
      <p className="t2">{stateWords.draftKept}</p>
      <To to={`/cases/${task.caseId}`} className="btn pri blk mt3">
        {stateWords.showOutcome}
      </To>
      <To to="/inbox" className="btn blk mt2">
        {stateWords.toInbox}
      </To>
    </Sheet>
  );
}
