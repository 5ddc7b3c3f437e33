import type { PlannedCase } from '../../shared/contract.js';
import { batch } from './migration-words.js';

interface PlannedCasesProps {
  readonly planned: readonly PlannedCase[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Cases of a version, those that can move to be chosen; of the others why they cannot. */
export function PlannedCasesList({ planned, chosen, onChange }: PlannedCasesProps) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const movable = planned.filter((one) => one.movable).map((one) => one.case.id);
  return (
    <fieldset className="field picker">
      <legend>{batch.cases}</legend>
      <div className="picks tall">
        {planned.map((one) => (
          <div key={one.case.id} className="planned">
            <label className="choice">
              <input
                type="checkbox"
                disabled={!one.movable}
                checked={chosen.includes(one.case.id)}
                onChange={() => toggle(one.case.id)}
              />
              <span>
                {one.case.title}{' '}
                <span className="muted">
                  {one.case.unitName} {one.case.number}
                </span>{' '}
                <span className={one.movable ? 'badge' : 'badge late'}>
                  {one.movable ? `✓ ${batch.movable}` : `■ ${batch.immovable}`}
                </span>
              </span>
            </label>
            {one.reasons.length > 0 && (
              <ul className="reasons">
                {one.reasons.map(({ elementId, reason }) => (
                  <li key={`${elementId} ${reason}`}>{reason}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      {movable.length > 0 && (
        <button type="button" className="secondary" onClick={() => onChange(movable)}>
          {batch.chooseAll(movable.length)}
        </button>
      )}
    </fieldset>
  );
}
