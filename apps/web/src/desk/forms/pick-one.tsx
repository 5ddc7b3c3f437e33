import { Select } from 'antd';
import { matchesSearch, type Pickable } from '../../forms/pickable.js';
import { formWords } from '../../words/form.words.js';
import { words } from '../../words/words.js';

interface PickOneProps {
  readonly value: string | undefined;
  readonly options: readonly Pickable[];
  readonly onChange: (id: string | undefined) => void;
}

/** One of a list of people or villages, found by name or by the initials of its pinyin. */
export const PickOne = ({ value, options, onChange }: PickOneProps) => (
  <Select
    className="wide"
    allowClear={{ label: words.clear }}
    value={value}
    placeholder={formWords.choose}
    showSearch={{ filterOption: (typed, option) => option !== undefined && matchesSearch(option.one, typed) }}
    options={options.map((one) => ({ value: one.id, label: one.name, one }))}
    optionRender={({ data: { one } }) => (
      <span className="row">
        {one.name}
        <span className="sp" />
        <span className="s t3">{one.note}</span>
      </span>
    )}
    onChange={(next: string | undefined) => onChange(next)}
  />
);
