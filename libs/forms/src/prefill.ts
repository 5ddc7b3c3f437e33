import type { Json, JsonObject } from '@wuqing/kernel';
import { kindOf } from './field-kind.js';
import type { FormDefinition } from './form-definition.js';
import type { Picked } from './pick-field.js';
import { fieldsOf, isJsonObject, resolveSchema } from './read-schema.js';

/** What a form can be begun with beside its own defaults: facts of the moment, and what the case has heard before. */
export interface PrefillFacts {
  /** The case's own day, 'YYYY-MM-DD'. */
  readonly today: string;
  /** Whoever fills the form in. */
  readonly self: Picked;
  /** The case's unit. */
  readonly unit: Picked;
  /** The latest answer to each form of this case, as this reader may see it, oldest form first. */
  readonly earlier: readonly FormAnswer[];
  /** The same of the unit's other cases of this process, as this reader may see them, the latest last. */
  readonly last?: readonly FormAnswer[];
  /** What was written into fields of these names on the public page that began the case, as far as this reader may see it. */
  readonly sent?: JsonObject;
}

interface FormAnswer {
  readonly form: string;
  readonly data: JsonObject;
}

/** A field of this case, or (`last/`) of the unit's other cases of the process. */
const FIELD_SOURCE = /^(last\/)?([a-z][a-z0-9-]*)\/([A-Za-z][A-Za-z0-9_]*)$/;
const FACTS = ['today', 'self', 'unit'] as const;

export const isPrefillSource = (source: string): boolean =>
  (FACTS as readonly string[]).includes(source) || FIELD_SOURCE.test(source);

/** The forms of the unit's other cases that a form is begun from: nobody looks for them where there are none. */
export function formsOfLastCases({ ui }: Pick<FormDefinition, 'ui'>): string[] {
  const named = ui?.['prefill'];
  const sources = isJsonObject(named) ? Object.values(named) : [];
  return [
    ...new Set(
      sources.flatMap((source) => {
        const [, last, form] = (typeof source === 'string' && FIELD_SOURCE.exec(source)) || [];
        return last !== undefined && form !== undefined ? [form] : [];
      }),
    ),
  ];
}

/** In forms of before there were pickers an id alone. */
function valueOf(source: string, facts: PrefillFacts, isPicked: boolean) {
  if (source === 'today') return facts.today;
  if (source === 'self' || source === 'unit') {
    const { id, name } = facts[source];
    return isPicked ? { id, name } : id;
  }
  const [, last, form, field = ''] = FIELD_SOURCE.exec(source) ?? [];
  const answers = last === undefined ? facts.earlier : (facts.last ?? []);
  const found = answers.findLast((one) => one.form === form);
  return found !== undefined && Object.hasOwn(found.data, field) ? found.data[field] : undefined;
}

/** Of one step alone: whatever stood in the last one says nothing of this one. */
const isOfOneStep = (field: JsonObject): boolean => field['x-roll'] === true || field['x-file'] !== undefined;

/** What a step that is done again is asked anew: no decision is preselected, and another day is another day. */
function isAskedAnew(field: JsonObject, root: JsonObject): boolean {
  const kind = kindOf(field, root);
  const day = field['x-date'];
  return kind === 'yes-no' || kind === 'choice' || (isJsonObject(day) && day['is'] === 'happened');
}

type Values = Readonly<Record<string, Json | undefined>>;

const at = (values: Values, key: string): Json | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/**
 * What a form shows before anybody typed: what it held when this step was done before (returned, or a meeting held again), else
 * what was written on the public page that began the case, else what `ui.prefill` names. A form without a word about it (those of before there was one) takes what a field of the same name held
 * last in this case. Nothing is sent before a person submits it.
 */
export function prefillOf({ key: formKey, schema, ui }: FormDefinition, facts: PrefillFacts): JsonObject {
  const named = ui?.['prefill'];
  const latest = Object.assign({}, ...facts.earlier.map(({ data }) => data)) as JsonObject;
  const before = facts.earlier.findLast(({ form }) => form === formKey)?.data ?? {};
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  const valueFor = (key: string, field: JsonObject): Json | undefined => {
    if (isOfOneStep(field)) return undefined;
    if (!isJsonObject(named)) return at(latest, key);
    const source = at(named, key);
    const own = isAskedAnew(field, schema) ? undefined : at(before, key);
    return (
      own ??
      at(facts.sent ?? {}, key) ??
      (typeof source === 'string' ? valueOf(source, facts, field['type'] === 'object') : undefined)
    );
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const value = valueFor(key, field);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
