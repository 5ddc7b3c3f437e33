import { fieldsOf, itemOf, sumsOf } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import { formWords } from '../words/form.words.js';
import type { FieldProps } from './field-props.js';
import { yuanOf } from './money.js';
import { partsOf } from './parts-of.js';

const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

interface PartsProps extends Pick<FieldProps, 'id' | 'around'> {
  /** How the kit lays fields beside each other. */
  readonly className: string;
  readonly schema: JsonObject;
  readonly root: JsonObject;
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
}

/** The fields of an object inside of a form. */
export const Parts = ({ className, id, around, schema, root, value, onChange }: PartsProps) => (
  <div className={className}>
    {partsOf(schema, root, value).map((part) => (
      <around.field
        key={part.key}
        id={`${id}-${part.key}`}
        field={part}
        value={value[part.key]}
        problem={undefined}
        around={around}
        onChange={(next) => {
          const { [part.key]: _old, ...others } = value;
          onChange(next === undefined ? others : { ...others, [part.key]: next });
        }}
      />
    ))}
  </div>
);

/** Several fields that make up one; undefined while none of them is filled in. */
export const Section = ({
  className,
  field,
  value,
  onChange,
  ...rest
}: FieldProps & { readonly className: string }) => (
  <Parts
    className={className}
    id={rest.id}
    around={rest.around}
    schema={field.schema}
    root={field.root}
    value={objectOf(value)}
    onChange={(next) => onChange(Object.keys(next).length === 0 ? undefined : next)}
  />
);

/** The same fields again and again, as a list that may grow and shrink; undefined while it is empty. */
export function groupsOf({ field, value, onChange }: Pick<FieldProps, 'field' | 'value' | 'onChange'>) {
  const items = Array.isArray(value) ? (value as readonly JsonObject[]) : [];
  const take = (next: readonly JsonObject[]) => onChange(next.length === 0 ? undefined : [...next]);
  return {
    items,
    schema: itemOf(field.schema, field.root),
    add: () => take([...items, {}]),
    remove: (at: number) => take(items.filter((_, place) => place !== at)),
    change: (at: number, next: JsonObject) =>
      take(items.map((other, place) => (place === at ? next : other))),
  };
}

/** Columns that the form adds up, with their sums as they are read. */
export function sumsShown({ field, value }: Pick<FieldProps, 'field' | 'value'>) {
  const columns = fieldsOf(itemOf(field.schema, field.root), field.root);
  return Object.entries(sumsOf(field.schema, value)).map(([column, sum]) => ({
    column,
    title: `${String(columns[column]?.['title'] ?? column)}${formWords.sum}`,
    text: columns[column]?.['x-money'] === true ? `${yuanOf(sum)} ${formWords.yuan}` : String(sum),
  }));
}
