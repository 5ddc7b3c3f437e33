import { Segmented } from 'antd';
import { ballotMethods, type BallotMethod } from '@wuqing/deliberation';
import type { Json } from '@wuqing/kernel';
import type { FieldProps } from '../../forms/field-props.js';
import { draftOf, withMethod, type RollDraft } from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';
import { RollCounts } from './roll-counts.js';
import { RollJudgement } from './roll-judgement.js';
import { RollActions, RollTable } from './roll-table.js';

/** Everything between its card's head and foot: method, table, counts by hand, judgement. */
export function RollField({ field, value, problem, onChange, around, id }: FieldProps) {
  const { roll } = around;
  if (!roll) return null;
  const draft = draftOf(value);
  const take = (next: RollDraft) => onChange(next as unknown as Json);
  const methods = roll.secret ? (['无记名'] as const) : ballotMethods;
  return (
    <div data-field={field.key} id={id}>
      <div className="bd row wrap">
        <span className="lab">
          {formWords.method}
          <span className="req"> {formWords.required}</span>
        </span>
        <Segmented<BallotMethod | ''>
          aria-label={formWords.method}
          options={[...methods]}
          value={draft.method ?? ''}
          onChange={(method) => method !== '' && take(withMethod(draft, roll, method))}
        />
        <span className="sp" />
        {roll.complete && <RollActions draft={draft} roll={roll} onChange={take} />}
      </div>
      {roll.persons.length > 0 && <RollTable draft={draft} roll={roll} onChange={take} />}
      <RollCounts draft={draft} roll={roll} onChange={take} />
      {problem && (
        <div className="bd">
          <div className="msg err" id={`${id}-problem`}>
            {problem}
          </div>
        </div>
      )}
      <RollJudgement draft={draft} roll={roll} />
    </div>
  );
}
