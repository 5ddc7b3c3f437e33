import type { MigrationPlan } from '../../shared/contract.js';
import { nameOf } from './picks-of.js';
import { tells } from './operation-words.js';
import { MappingFields, type Mapping } from './mapping-fields.js';

interface MigrationPlanViewProps {
  readonly plan: MigrationPlan;
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
    <section className="plan" aria-label={tells.plan} aria-live="polite">
      <p className={plan.movable ? 'notice ok' : 'notice error'}>
        {plan.movable ? tells.movable : tells.immovable(plan.reasons.length)}
      </p>
      {plan.reasons.length > 0 && (
        <ul className="reasons">
          {plan.reasons.map(({ elementId, reason }) => (
            <li key={`${elementId} ${reason}`}>{reason}</li>
          ))}
        </ul>
      )}
      <dl className="facts moves">
        {plan.moves.map((move) => (
          <div key={move.elementId}>
            <dt>{nameOf(move)}</dt>
            <dd>{move.to ? `→ ${nameOf(move.to)}` : tells.gone}</dd>
          </div>
        ))}
      </dl>
      <MappingFields elements={open} steps={plan.steps} mapping={mapping} onMap={onMap} />
    </section>
  );
}
