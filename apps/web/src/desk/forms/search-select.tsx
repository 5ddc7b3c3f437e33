import type { Picked } from '@wuqing/forms';
import { Select } from 'antd';
import type { Pickable } from '../../forms/pickable.js';
import { SOUGHT_MAX, type Finding } from '../../forms/use-found.js';
import { formWords } from '../../words/form.words.js';
import { words } from '../../words/words.js';
import { pickableOptions, showPickable } from './pickable-option.js';

interface SearchSelectProps {
  /** Of its label. */
  readonly id?: string;
  readonly finding: Finding;
  readonly isList: boolean;
  readonly picked: readonly Picked[];
  readonly onChange: (picked: readonly Picked[]) => void;
  /** What the kit says of a field. */
  readonly field?: React.ComponentProps<typeof Select>;
}

/** One or several of people or villages, found by name or by the initials of its pinyin. */
export function SearchSelect({ id, finding, isList, picked, onChange, field = {} }: SearchSelectProps) {
  const known: readonly Pickable[] = [...finding.items, ...notAmong(picked, finding.items)];
  const ids = picked.map(({ id }) => id);
  const take = (next: string | readonly string[] | undefined) => {
    const chosen = typeof next === 'string' ? [next] : (next ?? []);
    onChange(chosen.flatMap((id) => known.find((one) => one.id === id) ?? []));
  };
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(field as object)}
      className="wide"
      allowClear={{ label: words.clear }}
      {...(isList && { mode: 'multiple' as const })}
      value={(isList ? ids : ids[0]) as string}
      placeholder={formWords.choose}
      showSearch={{ filterOption: false, searchValue: finding.typed, onSearch: finding.type }}
      options={pickableOptions(known)}
      optionRender={showPickable}
      notFoundContent={nothingOf(finding)}
      popupRender={(list) => (
        <>
          {list}
          {finding.more && <div className="s t3 pick-more">{formWords.morePeople}</div>}
        </>
      )}
      onChange={(next: string | string[] | undefined) => take(next)}
    />
  );
}

/** Chosen before, and not in the list as it is now: still called by his name. */
const notAmong = (picked: readonly Picked[], items: readonly Pickable[]): Pickable[] =>
  picked
    .filter(({ id }) => !items.some((one) => one.id === id))
    .map((one) => ({ ...one, initials: '', note: '' }));

const nothingOf = ({ isPending, isLong, error }: Finding): string => {
  if (isLong) return formWords.soughtTooLong(SOUGHT_MAX);
  if (error) return formWords.choicesFailed;
  return isPending ? formWords.choicesReading : formWords.nobodyFound;
};
