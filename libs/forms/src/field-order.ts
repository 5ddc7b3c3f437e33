import type { JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { fieldsOf, resolveSchema } from './read-schema.js';

/** Names of what is shown in the order of the form, which a jsonb column does not keep; behind them what it gives no place. */
export function inFormOrder(
  { schema, ui }: Pick<FormDefinition, 'schema' | 'ui'>,
  shown: JsonObject,
): string[] {
  const placed = (ui?.['order'] ?? []) as readonly string[];
  const named = Object.keys(fieldsOf(resolveSchema(schema, schema), schema));
  const all = new Set([...placed, ...named, ...Object.keys(shown)]);
  return [...all].filter((key) => Object.hasOwn(shown, key));
}
