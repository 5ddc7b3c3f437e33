import { Button } from 'antd';
import type { CaseDetailView, IncidentView } from '../../../client/api.js';
import { verbs } from '../../../words/operation.words.js';
import { IncidentText } from './incident-text.js';
import { isSkippable } from './step-dialogs.js';

interface IncidentListProps {
  readonly detail: CaseDetailView;
  readonly onMend: (incident: IncidentView) => void;
  readonly onSkip: (incident: IncidentView) => void;
}

/** Where the case is stuck, why, and what the reader may do about it. */
export function IncidentList({ detail, onMend, onSkip }: IncidentListProps) {
  if (detail.incidents.length === 0) return null;
  const mayMend = detail.operations.includes('case.repair');
  const skippable = detail.operations.includes('case.override')
    ? detail.running.filter(isSkippable).map(({ key }) => key)
    : [];
  const actionsOf = (incident: IncidentView) =>
    mayMend && (
      <div className="row mt2">
        <Button type="primary" size="small" onClick={() => onMend(incident)}>
          {verbs.mend}
        </Button>
        {skippable.includes(incident.key) && (
          <Button size="small" onClick={() => onSkip(incident)}>
            {verbs.skip}
          </Button>
        )}
      </div>
    );
  return (
    <ul className="col">
      {detail.incidents.map((incident) => (
        <li key={incident.key}>
          <IncidentText incident={incident} actions={actionsOf(incident)} />
        </li>
      ))}
    </ul>
  );
}
