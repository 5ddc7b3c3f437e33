import { Button, Checkbox } from 'antd';
import type { PlannedCaseView } from '../../../client/api.js';
import { MetaLine } from '../../../kit/meta-line.js';
import { batch } from '../../../words/migration.words.js';

interface PlannedCasesProps {
  readonly planned: readonly PlannedCaseView[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Cases of a version, those that can move to be chosen; of the others why they cannot. */
export function PlannedCasesList({ planned, chosen, onChange }: PlannedCasesProps) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const movable = planned.filter((one) => one.movable).map((one) => one.case.id);
  return (
    <fieldset className="fld">
      <legend className="lab">{batch.cases}</legend>
      <div className="picks tall">
        {planned.map((one) => (
          <PlannedCase
            key={one.case.id}
            planned={one}
            isChosen={chosen.includes(one.case.id)}
            onToggle={() => toggle(one.case.id)}
          />
        ))}
      </div>
      {movable.length > 0 && (
        <div className="row">
          <Button onClick={() => onChange(movable)}>{batch.chooseAll(movable.length)}</Button>
        </div>
      )}
    </fieldset>
  );
}

interface PlannedCaseProps {
  readonly planned: PlannedCaseView;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

const PlannedCase = ({ planned, isChosen, onToggle }: PlannedCaseProps) => (
  <div>
    <Checkbox disabled={!planned.movable} checked={isChosen} onChange={onToggle}>
      {planned.case.title}{' '}
      <span className="s t2">
        <MetaLine facts={[planned.case.unitName, planned.case.number]} />
      </span>{' '}
      <span className={planned.movable ? 'clk done bare' : 'clk late bare'}>
        {planned.movable ? batch.movable : batch.immovable}
      </span>
    </Checkbox>
    {planned.reasons.length > 0 && (
      <ul className="s t2">
        {planned.reasons.map(({ elementId, reason }) => (
          <li key={`${elementId} ${reason}`}>{reason}</li>
        ))}
      </ul>
    )}
  </div>
);
