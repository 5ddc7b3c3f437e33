import type { JsonObject } from '@wuqing/kernel';
import { fieldsOf, resolveSchema } from './read-schema.js';

/** The key of the field that holds the roll of a meeting; null for a form that records none. */
export const rollFieldOf = ({ schema }: { readonly schema: JsonObject }): string | null =>
  Object.entries(fieldsOf(resolveSchema(schema, schema), schema)).find(
    ([, field]) => field['x-roll'] === true,
  )?.[0] ?? null;
