import { Button } from 'antd';
import { fieldsOf, itemOf, sumsOf } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import type { FieldProps } from '../../forms/field-props.js';
import { yuanOf } from '../../forms/money.js';
import { partsOf } from '../../forms/parts-of.js';
import { formWords } from '../../words/form.words.js';

const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

interface PartsProps extends Pick<FieldProps, 'id' | 'around'> {
  readonly schema: JsonObject;
  readonly root: JsonObject;
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
}

const Parts = ({ id, around, schema, root, value, onChange }: PartsProps) => (
  <div className="grid c3">
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

/** Several fields that make up one. */
export const SectionField = ({ id, field, value, onChange, around }: FieldProps) => (
  <Parts
    id={id}
    around={around}
    schema={field.schema}
    root={field.root}
    value={objectOf(value)}
    onChange={(next) => onChange(Object.keys(next).length === 0 ? undefined : next)}
  />
);

/** The same fields again and again; columns that the form adds up have their sum below. */
export function GroupsField({ id, field, value, onChange, around }: FieldProps) {
  const items = Array.isArray(value) ? (value as readonly JsonObject[]) : [];
  const item = itemOf(field.schema, field.root);
  const take = (next: readonly JsonObject[]) => onChange(next.length === 0 ? undefined : [...next]);
  return (
    <div className="groups" id={id}>
      {items.map((one, at) => (
        <div className="group" key={at}>
          <Parts
            id={`${id}-${at}`}
            around={around}
            schema={item}
            root={field.root}
            value={one}
            onChange={(next) => take(items.map((other, place) => (place === at ? next : other)))}
          />
          <Button size="small" type="link" onClick={() => take(items.filter((_, place) => place !== at))}>
            {formWords.remove}
          </Button>
        </div>
      ))}
      <Sums field={field} value={value} />
      <Button size="small" onClick={() => take([...items, {}])}>
        {formWords.add}
      </Button>
    </div>
  );
}

function Sums({ field, value }: Pick<FieldProps, 'field' | 'value'>) {
  const columns = fieldsOf(itemOf(field.schema, field.root), field.root);
  return Object.entries(sumsOf(field.schema, value)).map(([column, sum]) => (
    <div className="row num" key={column}>
      <span className="t3">
        {String(columns[column]?.['title'] ?? column)}
        {formWords.sum}
      </span>
      <b>{columns[column]?.['x-money'] === true ? `${yuanOf(sum)} ${formWords.yuan}` : sum}</b>
    </div>
  ));
}
