import type { Json, JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { copyAnswer } from './plain-answer.js';
import { fieldsOf, isJsonObject, itemOf, resolveSchema } from './read-schema.js';

function pruneValue(value: Json, schema: JsonObject, root: JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => pruneValue(item as Json, itemOf(schema, root), root));
  if (!isJsonObject(value)) return value;
  const fields = fieldsOf(schema, root);
  const known = Object.entries(value).filter(([key]) => Object.hasOwn(fields, key));
  return Object.fromEntries(known.map(([key, item]) => [key, pruneValue(item, fields[key] ?? {}, root)]));
}

/** The answer without the fields the form does not name; `{}` for what `validateSubmission` would not even read. */
export function prune(form: FormDefinition, data: unknown): JsonObject {
  const copy = copyAnswer(data);
  return copy.ok
    ? (pruneValue(copy.value, resolveSchema(form.schema, form.schema), form.schema) as JsonObject)
    : {};
}
