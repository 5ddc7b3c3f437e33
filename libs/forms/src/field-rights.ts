import type { Json, JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { isJsonObject, objectAt } from './read-schema.js';

/**
 * `ui.rights`: what a step may do with a field of a form that several steps show, by the element's id:
 * `{ "<element>": { "<field>": right } }`. Without a word a field is edited.
 */
export const fieldRights = ['edit', 'read', 'hide', 'require'] as const;

export type FieldRight = (typeof fieldRights)[number];

const isRight = (value: Json | undefined): value is FieldRight =>
  (fieldRights as readonly unknown[]).includes(value);

/** What is not `edit`, by field; `step` is the element's id. */
export function rightsAt({ ui }: FormDefinition, step: string | undefined): ReadonlyMap<string, FieldRight> {
  if (step === undefined) return new Map();
  const said = Object.entries(objectAt(objectAt(ui ?? {}, 'rights'), step));
  return new Map(said.flatMap(([field, right]) => (isRight(right) ? [[field, right] as const] : [])));
}

const wordOf = (step: string, field: string, right: Json | undefined): string[] =>
  isRight(right)
    ? []
    : [`Expected the right of ${field} at ${step} to be ${fieldRights.join(', ')}, found ${String(right)}`];

/** The names that `ui.rights` speaks of, or messages. */
export function checkRights(rights: Json): { readonly names: readonly string[]; problems: string[] } {
  const steps: JsonObject = isJsonObject(rights) ? rights : {};
  const whole = isJsonObject(rights) && Object.values(rights).every(isJsonObject);
  const said = Object.entries(steps).flatMap(([step, fields]) =>
    Object.entries(isJsonObject(fields) ? fields : {}).map(([field, right]) => ({ step, field, right })),
  );
  return {
    names: said.map(({ field }) => field),
    problems: [
      ...(whole ? [] : ['Expected ui.rights to be { element: { field: right } }']),
      ...said.flatMap(({ step, field, right }) => wordOf(step, field, right)),
    ],
  };
}
