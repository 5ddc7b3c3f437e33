import { itemOf } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import type { FieldProps } from '../../forms/field-props.js';
import { optionsOf, type Option } from '../../forms/options-of.js';
import { formWords } from '../../words/form.words.js';
import { Choice } from '../parts/choice.js';
import { look, told } from './told.js';

const SEGMENTS_MAX = 4;
const LETTERS_MAX = 12;

/** A few short words stand side by side, more of them in the phone's own list. */
export function ChoiceField({ id, field, value, problem, onChange }: FieldProps) {
  const options = optionsOf(field.schema);
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  const take = (text: string) => onChange(options.find((one) => String(one.value) === text)?.value);
  if (options.length <= SEGMENTS_MAX && letters <= LETTERS_MAX)
    return (
      <Choice
        id={id}
        label={field.title}
        options={options.map(({ value: one, label }) => ({ value: String(one), label }))}
        chosen={value === undefined ? undefined : String(value as string)}
        onChoose={take}
      />
    );
  return (
    <select
      id={id}
      className={look('inp', problem)}
      value={value === undefined ? '' : String(value as string)}
      {...told({ problem, id })}
      onChange={({ target }) => take(target.value)}
    >
      <option value="">{formWords.choose}</option>
      {options.map(({ value: one, label }) => (
        <option key={one} value={String(one)}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function ChoicesField({ id, field, value, problem, onChange }: FieldProps) {
  const options = optionsOf(itemOf(field.schema, field.root));
  const chosen = Array.isArray(value) ? (value as readonly Json[]) : [];
  const toggle = (one: Option['value']) => {
    const next = options
      .map((option) => option.value)
      .filter((other) => chosen.includes(other) !== (other === one));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div role="group" aria-label={field.title} {...told({ problem, id })}>
      {options.map(({ value: one, label }, at) => (
        <label key={one} className="ph-check">
          <input
            type="checkbox"
            id={at === 0 ? id : undefined}
            checked={chosen.includes(one)}
            onChange={() => toggle(one)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

export const YesNoField = ({ id, field, value, onChange }: FieldProps) => (
  <Choice
    id={id}
    label={field.title}
    options={[
      { value: 'yes', label: formWords.yes },
      { value: 'no', label: formWords.no },
    ]}
    chosen={value === true ? 'yes' : value === false ? 'no' : undefined}
    onChoose={(one) => onChange(one === 'yes')}
  />
);
