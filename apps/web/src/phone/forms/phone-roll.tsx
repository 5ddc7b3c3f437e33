import { ballotMethods, type BallotMethod, type RollMark } from '@wuqing/deliberation';
import type { Json } from '@wuqing/kernel';
import type { FieldProps } from '../../forms/field-props.js';
import {
  allPresent,
  draftOf,
  markOf,
  marksFor,
  mayMark,
  withMark,
  withMethod,
  type MeetingRoll,
  type RollDraft,
  type RollPerson,
} from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Choice } from '../parts/choice.js';
import { RollFigures } from './roll-figures.js';
import { RollHeads } from './roll-heads.js';

/** One person a row, five cells a person; counts, quorum and result are computed below. */
export function PhoneRoll({ id, value, onChange, around }: FieldProps) {
  const { roll } = around;
  if (!roll) return null;
  const draft = draftOf(value);
  const take = (next: RollDraft) => onChange(next as unknown as Json);
  const methods: readonly BallotMethod[] = roll.secret ? ['无记名'] : ballotMethods;
  const voters = roll.persons.filter(({ mayVote }) => mayVote).length;
  return (
    <div className="col g3">
      <div className="fld">
        <span className="lab">{formWords.method}</span>
        <Choice
          id={id}
          label={formWords.method}
          options={methods.map((method) => ({ value: method, label: method }))}
          chosen={draft.method}
          onChoose={(method) => take(withMethod(draft, roll, method))}
        />
      </div>
      {roll.complete && (
        <div className="row">
          <span className="t2">{phoneWords.marked(voters, draft.persons?.length ?? 0)}</span>
          <span className="sp" />
          <button type="button" className="btn" onClick={() => take(allPresent(draft, roll))}>
            {formWords.allPresent}
          </button>
        </div>
      )}
      <div>
        {roll.persons.map((person) => (
          <RollPersonRow key={person.id} {...{ person, draft, roll }} onChange={take} />
        ))}
      </div>
      <RollHeads draft={draft} roll={roll} onChange={take} />
      <RollFigures draft={draft} roll={roll} />
    </div>
  );
}

interface PersonProps {
  readonly person: RollPerson;
  readonly draft: RollDraft;
  readonly roll: MeetingRoll;
  readonly onChange: (draft: RollDraft) => void;
}

function RollPersonRow({ person, draft, roll, onChange }: PersonProps) {
  const { id, name, title, mayVote, mustRecuse, recuseReason } = person;
  const marked = markOf(draft, id);
  const marks = marksFor(draft.method);
  return (
    <div className={mayVote ? 'ph-p' : 'ph-p grey'}>
      <div className="who">
        <b>{name}</b>
        <span>{title}</span>
      </div>
      {!mayVote && <div className="t2">{formWords.noVote}</div>}
      {mustRecuse && <div className="amb">{formWords.mustRecuse(recuseReason ?? '')}</div>}
      {marked?.mark === '到会' && !marks.includes('到会') && (
        <div className="t2">{formWords.presentUnmarked}</div>
      )}
      {mayVote && (
        <Choice<RollMark>
          label={name}
          options={marks.map((mark) => ({ value: mark, label: mark, isBarred: !mayMark(person, mark) }))}
          chosen={marked?.mark}
          onChoose={(mark) => onChange(withMark(draft, roll, { id, mark }))}
        />
      )}
      {marked?.mark === '未到' && (
        <input
          className="inp mt1"
          maxLength={200}
          value={marked.reason ?? ''}
          placeholder={formWords.reason}
          aria-label={`${name} ${formWords.reason}`}
          onChange={({ target }) =>
            onChange(
              withMark(draft, roll, {
                id,
                mark: '未到',
                ...(target.value !== '' && { reason: target.value }),
              }),
            )
          }
        />
      )}
    </div>
  );
}
