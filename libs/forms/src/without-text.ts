import type { Json, JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { judgeValue } from './judge-value.js';
import { fieldsOf, resolveSchema } from './read-schema.js';

type Schema = Pick<FormDefinition, 'schema'>;

const fieldsIn = ({ schema }: Schema): Readonly<Record<string, JsonObject>> =>
  fieldsOf(resolveSchema(schema, schema), schema);

/** Whether none of its fields takes a word of one's own: days, choices, yes or no, numbers. */
export const isWithoutText = (form: Schema): boolean => Object.values(fieldsIn(form)).every(isClosed);

const isClosed = (field: JsonObject): boolean =>
  Array.isArray(field['enum']) ||
  'const' in field ||
  field['format'] === 'date' ||
  ['boolean', 'integer', 'number'].includes(String(field['type']));

/** What a form without text could not take of an answer that is not finished yet: names of fields. An empty one says nothing. */
export function strayIn(form: Schema, data: JsonObject): string[] {
  const fields = fieldsIn(form);
  return Object.entries(data)
    .filter(([key, value]) => !isEmpty(value) && !isTaken(form, fields[key], value!))
    .map(([key]) => key);
}

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

const isTaken = ({ schema }: Schema, field: JsonObject | undefined, value: Json): boolean =>
  field !== undefined && judgeValue(value, field, schema).length === 0;
