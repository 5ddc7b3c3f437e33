import type { MigrationPlan } from '../../shared/contract.js';
import { typeWordOf } from '../../shared/words.js';
import { nameOf } from './picks-of.js';
import { asks, tells } from './operation-words.js';

/** Old element id → new element id. */
export type Mapping = Readonly<Record<string, string>>;

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
      {open.map((move) => (
        <div className="field" key={move.elementId}>
          <label htmlFor={`map-${move.elementId}`}>{asks.mapped(nameOf(move))}</label>
          <select
            id={`map-${move.elementId}`}
            value={mapping[move.elementId] ?? ''}
            onChange={(event) => onMap(withMapped(mapping, move.elementId, event.target.value))}
          >
            <option value="">{asks.sameId}</option>
            {plan.steps.map((step) => (
              <option key={step.elementId} value={step.elementId}>
                {`${nameOf(step)}(${typeWordOf(step.type)})`}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}

function withMapped(mapping: Mapping, from: string, to: string): Mapping {
  const others = Object.entries(mapping).filter(([id]) => id !== from);
  return Object.fromEntries(to === '' ? others : [...others, [from, to]]);
}
