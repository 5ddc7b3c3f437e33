import { fieldsOf, type FieldRight, type FormDefinition } from '@wuqing/forms';
import { canonicalJson, type Json, type JsonObject } from '@wuqing/kernel';
import type { StepForm } from '../../forms/form-model.js';
import { ledgerWords } from '../../words/ledger.words.js';

/** A row's fields as a form to write in. */
export interface WritingForm {
  readonly step: StepForm;
  readonly initial: JsonObject;
}

const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/**
 * The form with what the writer sees of the row. What he is shown shortened stands beside its field, which is empty: only what he
 * writes there replaces it. What he does not see at all he does not write.
 */
export function writingForm(form: FormDefinition, shown: JsonObject | undefined): WritingForm {
  if (shown === undefined) return { step: { form, rights: {} }, initial: {} };
  const fields = fieldsOf(form.schema, form.schema);
  const required = textsIn(form.schema['required']);
  const masked = Object.keys(fields).filter((key) => isShortened(fields[key], shown[key]));
  const unseen = required.filter((key) => !Object.hasOwn(shown, key));
  const asked = required.filter((key) => !masked.includes(key) && !unseen.includes(key));
  const { help = {}, ...ui } = form.ui ?? {};
  const told = Object.fromEntries(masked.map((key) => [key, ledgerWords.keptShort(String(shown[key]))]));
  const rights = Object.fromEntries(unseen.map((key): [string, FieldRight] => [key, 'hide']));
  return {
    step: {
      form: {
        ...form,
        schema: { ...form.schema, required: asked },
        ui: { ...ui, help: { ...(help as JsonObject), ...told } },
      },
      rights,
    },
    initial: Object.fromEntries(Object.entries(shown).filter(([key]) => !masked.includes(key))) as JsonObject,
  };
}

const isShortened = (field: JsonObject | undefined, value: Json | undefined): boolean =>
  field?.['x-mask'] !== undefined && typeof value === 'string' && value.includes('*');

/** What was changed of what the form began with; null takes a field away. */
export function patchOf(initial: JsonObject, answer: JsonObject): JsonObject {
  const keys = [...new Set([...Object.keys(initial), ...Object.keys(answer)])];
  const changed = keys.filter(
    (key) => canonicalJson(initial[key] ?? null) !== canonicalJson(answer[key] ?? null),
  );
  return Object.fromEntries(changed.map((key) => [key, answer[key] ?? null])) as JsonObject;
}

const WRITTEN = '/write/data';

/** Of what the API refuses what stands in a field. */
export const fieldProblems = <Problem extends { readonly path: string }>(
  problems: readonly Problem[],
): Problem[] =>
  problems
    .filter(({ path }) => path.startsWith(`${WRITTEN}/`))
    .map((problem) => ({ ...problem, path: problem.path.slice(WRITTEN.length) }));
