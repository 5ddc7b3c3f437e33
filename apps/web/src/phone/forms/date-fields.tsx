import type { Json, JsonObject } from '@wuqing/kernel';
import type { FieldProps } from '../../forms/field-props.js';
import { formWords } from '../../words/form.words.js';
import { look, told } from './told.js';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

/** The phone's own calendar. */
export const DateField = ({ id, value, problem, onChange }: FieldProps) => (
  <input
    id={id}
    type="date"
    className={look('inp', problem)}
    value={textOf(value)}
    {...told({ problem, id })}
    onChange={({ target }) => onChange(orNothing(target.value))}
  />
);

export const MomentField = ({ id, value, problem, onChange }: FieldProps) => (
  <input
    id={id}
    type="datetime-local"
    className={look('inp', problem)}
    value={textOf(value).slice(0, 16)}
    {...told({ problem, id })}
    onChange={({ target }) => onChange(orNothing(target.value))}
  />
);

export function DateRangeField({ id, field, value, problem, onChange }: FieldProps) {
  const range = (value ?? {}) as JsonObject;
  const set = (end: 'from' | 'to', day: string) => {
    const next = Object.fromEntries(Object.entries({ ...range, [end]: day }).filter(([, one]) => one !== ''));
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <div className="col g1" role="group" aria-label={field.title}>
      {(['from', 'to'] as const).map((end) => (
        <input
          key={end}
          id={end === 'from' ? id : `${id}-to`}
          type="date"
          aria-label={`${field.title} ${formWords[end]}`}
          className={look('inp', problem)}
          value={textOf(range[end])}
          {...told({ problem, id })}
          onChange={({ target }) => set(end, target.value)}
        />
      ))}
    </div>
  );
}
