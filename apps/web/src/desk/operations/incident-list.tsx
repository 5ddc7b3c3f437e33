import type { CaseDetail, Incident } from '../../shared/contract.js';
import { momentOf } from '../../shared/moment.js';
import { words } from '../../shared/words.js';
import { nameOf } from './picks-of.js';
import { isSkippable } from './step-dialogs.js';
import { verbs } from './operation-words.js';

interface IncidentListProps {
  readonly detail: CaseDetail;
  readonly onMend: (incident: Incident) => void;
  readonly onSkip: (incident: Incident) => void;
}

/** Where the case is stuck, why, and what the reader may do about it. */
export function IncidentList({ detail, onMend, onSkip }: IncidentListProps) {
  if (detail.incidents.length === 0) return null;
  const mayMend = detail.operations.includes('case.repair');
  const skippable = detail.operations.includes('case.override')
    ? detail.running.filter(isSkippable).map(({ key }) => key)
    : [];
  return (
    <ul className="stuck">
      {detail.incidents.map((incident) => (
        <li key={incident.key} className="stuck-step">
          <IncidentText incident={incident} />
          {mayMend && (
            <div className="actions">
              <button className="primary" onClick={() => onMend(incident)}>
                {verbs.mend}
              </button>
              {skippable.includes(incident.key) && (
                <button className="secondary" onClick={() => onSkip(incident)}>
                  {verbs.skip}
                </button>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Step, since when, cause and what to do; the engine's own words are folded away. */
export function IncidentText({ incident }: { readonly incident: Incident }) {
  const { cause, message, detail, raisedAt } = incident;
  return (
    <>
      <p>
        <span className="badge late">■ {words.stuck}</span> <strong>{nameOf(incident)}</strong>{' '}
        <span className="muted">
          {words.since} {momentOf(raisedAt)}
        </span>
      </p>
      {cause === null ? (
        <p>{message}</p>
      ) : (
        <dl className="facts">
          <dt>{words.cause}</dt>
          <dd>{cause}</dd>
          <dt>{words.whatToDo}</dt>
          <dd>{message}</dd>
        </dl>
      )}
      {detail && (
        <details>
          <summary className="muted">{words.technical}</summary>
          <p className="muted" lang="en">
            {detail}
          </p>
        </details>
      )}
    </>
  );
}
