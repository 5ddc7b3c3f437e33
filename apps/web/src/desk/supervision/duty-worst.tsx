import type { DutyCellView } from '../../client/api.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { shortDay } from './duty-words.js';
import './inspection.css';

interface WorstProps {
  readonly duty: Pick<DutyCellView, 'state' | 'dueOn' | 'doneOn' | 'stepStuck'>;
  /** How many it is the worst of. */
  readonly total: number;
}

/** Shape, word and day: nobody has to tell colors apart. */
export function Worst({ duty: { state, dueOn, doneOn, stepStuck }, total }: WorstProps) {
  const words = {
    published: () => inspectionWords.publishedOn(shortDay(doneOn)),
    late: () => inspectionWords.lateOn(shortDay(doneOn)),
    overdue: () => inspectionWords.overdueSince(shortDay(dueOn)),
    stuck: () => inspectionWords.stuckAt(stepStuck ?? ''),
    open: () => (dueOn === null ? inspectionWords.noTerm : inspectionWords.openUntil(shortDay(dueOn))),
  };
  return (
    <span className={`dw ${state}`}>
      <span className="vh">{inspectionWords.states[state]} </span>
      {words[state]()}
      {total > 1 && <span className="s t3">{inspectionWords.times(total)}</span>}
    </span>
  );
}
