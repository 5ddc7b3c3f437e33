import { findsName } from '@wuqing/search-words/finds-name';
import { Select } from 'antd';
import type { Pickable } from '../../forms/pickable.js';
import { formWords } from '../../words/form.words.js';
import { words } from '../../words/words.js';
import { pickableOptions, showPickable } from './pickable-option.js';

interface PickOneProps {
  /** Of its label. */
  readonly id?: string;
  readonly value: string | undefined;
  readonly options: readonly Pickable[];
  readonly onChange: (id: string | undefined) => void;
}

/** One of a list of people or villages, found by name or by the initials of its pinyin. */
export const PickOne = ({ id, value, options, onChange }: PickOneProps) => (
  <Select
    {...(id !== undefined && { id })}
    className="wide"
    allowClear={{ label: words.clear }}
    value={value}
    placeholder={formWords.choose}
    showSearch={{ filterOption: (typed, option) => option !== undefined && findsName(option.one, typed) }}
    options={pickableOptions(options)}
    optionRender={showPickable}
    onChange={(next: string | undefined) => onChange(next)}
  />
);
