import { Select } from 'antd';
import { matchesSearch, type Pickable } from '../../forms/pickable.js';

interface PickOneProps {
  readonly id?: string;
  readonly value: string | undefined;
  readonly options: readonly Pickable[];
  readonly problem?: string;
  readonly placeholder?: string;
  readonly onChange: (id: string | undefined) => void;
}

/** One of a list of people or villages, found by name or by the initials of its pinyin. */
export const PickOne = ({ id, value, options, problem, placeholder, onChange }: PickOneProps) => (
  <Select
    {...(id !== undefined && { id })}
    className="wide"
    allowClear
    value={value}
    placeholder={placeholder}
    {...(problem !== undefined && { status: 'error' as const })}
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
