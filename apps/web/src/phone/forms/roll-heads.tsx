import { Labelled } from '../../kit/labelled.js';
import { assemblyBases, handCounts, type HandCount } from '../../forms/hand-counts.js';
import type { MeetingRoll, RollDraft } from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';

interface HeadsProps {
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
    <input
      className="inp"
      inputMode="numeric"
      value={count.value ?? ''}
      onChange={({ target }) => {
        const digits = target.value.replaceAll(/\D/g, '').slice(0, 6);
        onChange(count.with(digits === '' ? undefined : Number(digits)));
      }}
    />
  </Labelled>
);

/** Counted by hand: the votes of a secret ballot, and the heads of a body that is not kept by name. */
export function RollHeads({ draft, roll, onChange }: HeadsProps) {
  const counted = handCounts(draft, roll);
  if (counted === null) return null;
  const { heads, basis, votes } = counted;
  const drawn = (count: HandCount) => <Count key={count.key} count={count} onChange={onChange} />;
  return (
    <div className="grid c2">
      {heads.map(drawn)}
      {basis && (
        <Labelled title={formWords.basis}>
          <select
            className="inp"
            value={basis.value ?? ''}
            onChange={({ target }) => onChange(basis.with(target.value || null))}
          >
            <option value="">{formWords.choose}</option>
            {assemblyBases.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Labelled>
      )}
      {votes.map(drawn)}
    </div>
  );
}
