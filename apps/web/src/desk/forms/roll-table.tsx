import { Button, Input } from 'antd';
import type { RollMark } from '@wuqing/deliberation';
import { useRef } from 'react';
import {
  allPresent,
  countsOf,
  markOf,
  markOfKey,
  marksFor,
  mayMark,
  withMark,
  type MeetingRoll,
  type RollDraft,
  type RollPerson,
} from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';

interface RollProps {
  readonly draft: RollDraft;
  readonly roll: MeetingRoll;
  readonly onChange: (draft: RollDraft) => void;
}

/** Class of a chosen mark, as the picture colours it. */
const LOOKS: Readonly<Record<RollMark, string>> = {
  同意: 'vt',
  反对: 'vt no',
  弃权: 'vt ab',
  回避: 'vt rec',
  到会: 'vt',
  未到: 'vt out',
};

/** 「全部到会」 sets attendance alone; votes are given one by one, by the keys 1 to 5. */
export const RollActions = ({ draft, roll, onChange }: RollProps) => (
  <>
    <Button size="small" onClick={() => onChange(allPresent(draft, roll))}>
      {formWords.allPresent}
    </Button>
    <span className="s t3">
      <kbd>↑</kbd> <kbd>↓</kbd> {formWords.keys}　<kbd>1</kbd> {formWords.keysTo} <kbd>5</kbd>{' '}
      {formWords.keysChoose}
    </span>
  </>
);

/** One row a person, one choice a row; counts below are computed. */
export function RollTable({ draft, roll, onChange }: RollProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const marks = marksFor(draft.method);
  const move = (from: HTMLElement, by: number) => {
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('tr[tabindex="0"]') ?? [])];
    rows[rows.indexOf(from) + by]?.focus();
  };
  const press = (event: React.KeyboardEvent<HTMLTableRowElement>, person: RollPerson) => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLInputElement) return;
    const mark = markOfKey(event.key, draft.method);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    } else if (mark !== undefined && mayMark(person, mark)) {
      onChange(withMark(draft, roll, { id: person.id, mark }));
    }
  };
  return (
    <table className="tb roll">
      <RollHead marks={marks} present={countsOf(draft, roll).present} />
      <tbody ref={body}>
        {roll.persons.map((person) => (
          <RollRow
            key={person.id}
            {...{ person, draft, roll, onChange, marks }}
            onKeyDown={(event) => press(event, person)}
          />
        ))}
      </tbody>
      {roll.complete && <RollTotals draft={draft} roll={roll} marks={marks} />}
    </table>
  );
}

function RollHead({ marks, present }: { readonly marks: readonly RollMark[]; readonly present: number }) {
  const here = marks.filter((mark) => mark !== '未到');
  return (
    <thead>
      <tr>
        <th rowSpan={2}>{formWords.name}</th>
        <th rowSpan={2}>{formWords.title}</th>
        <th colSpan={here.length} className="grp" scope="colgroup">
          {formWords.present(present)}
        </th>
        <th className="grp v" rowSpan={2}>
          {formWords.absent}
        </th>
      </tr>
      <tr>
        {here.map((mark, at) => (
          <th key={mark} className={at === 0 ? 'v grp' : 'v'} scope="col">
            {mark}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps extends RollProps {
  readonly person: RollPerson;
  readonly marks: readonly RollMark[];
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLTableRowElement>) => void;
}

function RollRow({ person, draft, roll, onChange, marks, onKeyDown }: RowProps) {
  const { id, name, title, mayVote, mustRecuse, recuseReason } = person;
  const marked = markOf(draft, id);
  const isGrey = !mayVote || mustRecuse;
  return (
    <tr className={isGrey ? 'grey' : undefined} tabIndex={mayVote ? 0 : undefined} onKeyDown={onKeyDown}>
      <th scope="row">{name}</th>
      <td>
        {title}
        {!mayVote && <div className="s t3">{formWords.noVote}</div>}
        {mustRecuse && <div className="s amb">{formWords.mustRecuse(recuseReason ?? '')}</div>}
        {marked?.mark === '到会' && !marks.includes('到会') && (
          <div className="s t3">{formWords.presentUnmarked}</div>
        )}
        {marked?.mark === '未到' && (
          <Input
            size="small"
            className="reason"
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
      </td>
      {marks.map((mark, at) => (
        <td key={mark} className={at === 0 || mark === '未到' ? 'v grp' : 'v'}>
          <MarkButton
            mark={mark}
            label={`${name} ${mark}`}
            isChosen={marked?.mark === mark}
            isBarred={!mayMark(person, mark)}
            onChoose={() => onChange(withMark(draft, roll, { id, mark }))}
          />
        </td>
      ))}
    </tr>
  );
}

interface MarkProps {
  readonly mark: RollMark;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isBarred: boolean;
  readonly onChoose: () => void;
}

const MarkButton = ({ mark, label, isChosen, isBarred, onChoose }: MarkProps) => (
  <button
    type="button"
    role="radio"
    aria-checked={isChosen}
    aria-label={label}
    disabled={isBarred}
    tabIndex={-1}
    className={isChosen ? LOOKS[mark] : 'rd'}
    onClick={onChoose}
  >
    {isChosen && mark}
  </button>
);

function RollTotals({ draft, roll, marks }: Omit<RollProps, 'onChange'> & { marks: readonly RollMark[] }) {
  const counts = countsOf(draft, roll);
  const absent = counts.shouldAttend - counts.present;
  const of: Partial<Record<RollMark, number>> = {
    同意: counts.yes,
    反对: counts.no,
    弃权: counts.abstain,
    回避: counts.recused.length,
    到会: counts.present - counts.recused.length,
    未到: (draft.persons?.length ?? 0) === 0 ? 0 : absent,
  };
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {formWords.total(counts.shouldAttend, counts.present)}
        </th>
        {marks.map((mark, at) => (
          <td key={mark} className={at === 0 || mark === '未到' ? 'v grp' : 'v'}>
            {of[mark]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
