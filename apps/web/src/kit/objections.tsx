import type { CaseObjectionView } from '../generated/types.gen.js';
import { caseWords } from '../words/case.words.js';
import { PhotoStrip } from './photo-strip.js';
import { shownMoment } from './moment.js';

interface ObjectionsProps {
  readonly items: readonly CaseObjectionView[];
  /** The way to the step that answered, where it is done. */
  readonly answerOf: (taskId: string) => React.ReactNode;
}

/** What villagers hold against a notice, each in his own words; who it was stands there for whoever may know. */
export const Objections = ({ items, answerOf }: ObjectionsProps) => (
  <ul>
    {items.map(({ id, ground, text, receivedAt, taskId, isAnswered, objector, telephone, photos }) => (
      <li key={id} className="paper">
        <b>{ground}</b>{' '}
        <span className="s t3">
          {[shownMoment(receivedAt, new Date()), objector, telephone].filter(Boolean).join(' ')}
        </span>
        <div className="said">{text}</div>
        <PhotoStrip photos={photos} />
        {isAnswered && taskId ? answerOf(taskId) : <span className="s t3">{caseWords.noAnswer}</span>}
      </li>
    ))}
  </ul>
);
