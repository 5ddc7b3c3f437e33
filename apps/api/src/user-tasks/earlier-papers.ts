import {
  fieldsOf,
  inFormOrder,
  itemOf,
  maskFor,
  resolveSchema,
  type FormDefinition,
  type PrefillFacts,
  type ReaderLevel,
} from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { dayOf } from '../platform/clock.js';
import type { AnsweredForm } from './answered-forms.js';
import type { EarlierPaperView, PaperFieldView } from './dto/task-aside.view.js';

type Answered = Pick<AnsweredForm, 'form' | 'step'> & {
  readonly submission: Pick<AnsweredForm['submission'], 'elementId' | 'submittedAt' | 'actorId' | 'data'>;
};

/** One after the other, each as this reader may see it; what hides every field of itself is not there. */
export const earlierPapers = (
  answered: readonly Answered[],
  levels: readonly ReaderLevel[],
  names: ReadonlyMap<string, string>,
): EarlierPaperView[] =>
  answered.flatMap(({ submission, form, step }) => {
    const fields = paperFields(form, submission.data, levels);
    if (fields.length === 0) return [];
    const { elementId, submittedAt, actorId } = submission;
    return [{ elementId, step, on: dayOf(submittedAt.getTime()), by: names.get(actorId) ?? null, fields }];
  });

/** What this reader may see of an answer, in the order of the form; schemas stand alone, their references followed. */
export function paperFields(
  form: FormDefinition,
  data: JsonObject,
  levels: readonly ReaderLevel[],
): PaperFieldView[] {
  const { schema } = form;
  const shown = maskFor(form, data, levels);
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  return inFormOrder(form, shown).map((key) => {
    const field = fields[key] ?? {};
    const alone = field['items'] === undefined ? field : { ...field, items: itemOf(field, schema) };
    return { key, title: String(field['title'] ?? key), schema: alone, value: shown[key] };
  });
}

/** For `prefillOf`: of each form what this reader may see of its answers. */
export const earlierAnswers = (
  answered: readonly AnsweredForm[],
  levels: readonly ReaderLevel[],
): PrefillFacts['earlier'] =>
  answered.map(({ submission, form }) => ({ form: form.key, data: maskFor(form, submission.data, levels) }));
