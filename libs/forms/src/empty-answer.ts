import type { Json, JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { fieldsOf, resolveSchema } from './read-schema.js';

function emptyValue(schema: JsonObject, root: JsonObject): Json | undefined {
  if (schema['default'] !== undefined) return schema['default'];
  if (schema['type'] === 'array') return [];
  return schema['type'] === 'object' ? emptyObject(schema, root) : undefined;
}

function emptyObject(schema: JsonObject, root: JsonObject): JsonObject {
  const empty: Record<string, Json> = {};
  for (const [key, field] of Object.entries(fieldsOf(schema, root))) {
    const value = emptyValue(field, root);
    if (value !== undefined) empty[key] = value;
  }
  return empty;
}

/** What a form shows before anybody typed: the defaults, empty lists, and the objects that hold them. */
export const emptyAnswer = (form: FormDefinition): JsonObject =>
  emptyObject(resolveSchema(form.schema, form.schema), form.schema);
