import type { IncidentView } from '../../../client/api.js';
import { shownMoment } from '../../../kit/moment.js';
import { Note } from '../../../kit/note.js';
import { words } from '../../../words/words.js';
import { nameOf } from './picks-of.js';

interface IncidentTextProps {
  readonly incident: IncidentView;
  readonly actions?: React.ReactNode;
}

/** Step, since when, cause and what to do; the engine's own words are folded away. */
export function IncidentText({ incident, actions }: IncidentTextProps) {
  const { cause, message, detail, raisedAt } = incident;
  return (
    <Note tone="late">
      <b>{nameOf(incident)}</b>{' '}
      <span className="s t3">
        {words.stuck} {words.since} {shownMoment(raisedAt, new Date())}
      </span>
      {cause === null ? (
        <p>{message}</p>
      ) : (
        <dl className="kv">
          <dt>{words.cause}</dt>
          <dd>{cause}</dd>
          <dt>{words.whatToDo}</dt>
          <dd>{message}</dd>
        </dl>
      )}
      {detail && (
        <details>
          <summary>{words.technical}</summary>
          <p className="t3" lang="en">
            {detail}
          </p>
        </details>
      )}
      {actions}
    </Note>
  );
}
