import { useState } from 'react';
import type { Picked } from '@wuqing/forms';
import { usePicks } from '../../forms/use-picks.js';
import type { FieldProps } from '../../forms/field-props.js';
import { SOUGHT_MAX, type Finding } from '../../forms/use-found.js';
import { formWords } from '../../words/form.words.js';
import { Sheet } from '../parts/sheet.js';
import { look, told } from './told.js';

/** Who was chosen, and the list behind it: found by name or by the initials of its pinyin. */
export function PickField(props: FieldProps) {
  const { id, field, problem } = props;
  const { finding, isList, picked, take } = usePicks(props);
  const [isOpen, setOpen] = useState(false);
  const toggle = (one: Picked) => {
    const others = picked.filter(({ id: other }) => other !== one.id);
    take(others.length < picked.length ? others : [...others, one]);
    if (!isList) setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        id={id}
        className={look('inp ph-picked', problem)}
        {...told({ problem, id })}
        onClick={() => setOpen(true)}
      >
        {picked.length > 0 ? picked.map(({ name }) => name).join('、') : formWords.choose}
      </button>
      {isOpen && (
        <Sheet title={field.title} onClose={() => setOpen(false)}>
          <PickList {...{ id, finding, isList, picked }} onToggle={toggle} />
        </Sheet>
      )}
    </>
  );
}

interface PickListProps {
  readonly id: string;
  readonly finding: Finding;
  readonly isList: boolean;
  readonly picked: readonly Picked[];
  readonly onToggle: (one: Picked) => void;
}

/** What was found, to be chosen from. */
export function PickList({ id, finding, isList, picked, onToggle }: PickListProps) {
  return (
    <>
      <input
        type="search"
        className="inp"
        value={finding.typed}
        aria-label={formWords.findPeople}
        placeholder={formWords.findPeople}
        onChange={({ target }) => finding.type(target.value)}
      />
      <div role="group" aria-label={formWords.found}>
        {finding.items.map((one) => (
          <label key={one.id} className="ph-check">
            <input
              type={isList ? 'checkbox' : 'radio'}
              name={`${id}-pick`}
              checked={picked.some((other) => other.id === one.id)}
              onChange={() => onToggle(one)}
            />
            <span>
              {one.name}
              <span className="t2"> {one.note}</span>
            </span>
          </label>
        ))}
      </div>
      <p className="t2" role="status">
        {statusOf(finding)}
      </p>
    </>
  );
}

function statusOf({ items, more, isPending, isLong, error }: Finding): string {
  if (isLong) return formWords.soughtTooLong(SOUGHT_MAX);
  if (error) return formWords.choicesFailed;
  if (isPending) return formWords.choicesReading;
  if (items.length === 0) return formWords.nobodyFound;
  return more ? formWords.morePeople : '';
}
