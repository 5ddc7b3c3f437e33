import { InputNumber, Select } from 'antd';
import { Labelled } from '../../kit/labelled.js';
import { assemblyBases, handCounts, type HandCount } from '../../forms/hand-counts.js';
import type { MeetingRoll, RollDraft } from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';
import { words } from '../../words/words.js';

interface CountsProps {
  readonly draft: RollDraft;
  readonly roll: MeetingRoll;
  readonly onChange: (draft: RollDraft) => void;
}

interface CountProps {
  readonly count: HandCount;
  readonly onChange: (draft: RollDraft) => void;
}

const Count = ({ count, onChange }: CountProps) => (
  <Labelled title={count.title}>
    <InputNumber
      className="wide"
      controls={false}
      min={0}
      precision={0}
      value={count.value ?? null}
      onChange={(next) => onChange(count.with(next ?? undefined))}
    />
  </Labelled>
);

/** Counted by hand: the votes of a secret ballot, and the heads of a body that is not kept by name. */
export function RollCounts({ draft, roll, onChange }: CountsProps) {
  const counted = handCounts(draft, roll);
  if (counted === null) return null;
  const { heads, basis, votes } = counted;
  const drawn = (count: HandCount) => <Count key={count.key} count={count} onChange={onChange} />;
  return (
    <div className="bd grid roll-counts">
      {heads.map(drawn)}
      {basis && (
        <Labelled title={formWords.basis}>
          <Select
            options={assemblyBases.map((value) => ({ value, label: value }))}
            value={basis.value ?? null}
            allowClear={{ label: words.clear }}
            onChange={(chosen: string | null) => onChange(basis.with(chosen))}
          />
        </Labelled>
      )}
      {votes.map(drawn)}
    </div>
  );
}
