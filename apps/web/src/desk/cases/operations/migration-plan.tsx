import type { MigrationPlanView as Plan } from '../../../client/api.js';
import { Note } from '../../../kit/note.js';
import { tells } from '../../../words/operation.words.js';
import { MappingFields, type Mapping } from './mapping-fields.js';
import { nameOf } from './picks-of.js';

interface MigrationPlanViewProps {
  readonly plan: Plan;
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
}

/** Where each running step goes, what cannot move and why, and which new step it may be given. */
export function MigrationPlanView({ plan, mapping, onMap }: MigrationPlanViewProps) {
  const stuck = new Map(plan.reasons.map(({ elementId, name }) => [elementId, name]));
  const open = plan.moves.filter(
    ({ elementId }) => stuck.has(elementId) || Object.hasOwn(mapping, elementId),
  );
  return (
    <section className="col" aria-label={tells.plan} aria-live="polite">
      <Note tone={plan.movable ? 'ok' : 'late'}>
        {plan.movable ? tells.movable : tells.immovable(plan.reasons.length)}
        {plan.reasons.length > 0 && (
          <ul>
            {plan.reasons.map(({ elementId, reason }) => (
              <li key={`${elementId} ${reason}`}>{reason}</li>
            ))}
          </ul>
        )}
      </Note>
      <dl className="kv">
        {plan.moves.map((move) => (
          <div key={move.elementId} className="pair">
            <dt>{nameOf(move)}</dt>
            <dd>{move.to ? `→ ${nameOf(move.to)}` : tells.gone}</dd>
          </div>
        ))}
      </dl>
      <MappingFields elements={open} steps={plan.steps} mapping={mapping} onMap={onMap} />
    </section>
  );
}
