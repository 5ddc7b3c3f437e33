import { pointerOf, reviewAnswer, type FieldProblem } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { formWords } from '../words/form.words.js';
import { answerOf, groupsOf, type ShownField, type StepForm } from './form-model.js';
import { hiddenIn } from './hidden-in.js';

/** The first part of a JSON Pointer. */
const fieldOfPath = (path: string): string =>
  (path.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');

/** What to correct, by field; the first sentence of each. */
export function problemsByField(
  problems: readonly Pick<FieldProblem, 'path' | 'message'>[],
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of problems) found[fieldOfPath(path)] ??= message;
  return found;
}

/** Everything that the form's own rules say against an answer as it stands. `elementId`: of the step in its own process. */
export function reviewOf(step: StepForm, data: JsonObject, elementId: string): readonly FieldProblem[] {
  const reviewed = reviewAnswer(step.form, answerOf(step, data), elementId);
  return reviewed.ok ? [] : reviewed.error;
}

/** What the server would refuse of an answer although a reader sees nothing there. */
export const hiddenSignsOf = (step: StepForm, data: JsonObject): Pick<FieldProblem, 'path' | 'message'>[] =>
  Object.entries(answerOf(step, data)).flatMap(([key, value]) => {
    const found = hiddenIn(value);
    return found ? [{ path: pointerOf([key]), message: formWords.hiddenSign(found) }] : [];
  });

/** The fields that keep the form from being submitted, in the order in which they are shown. */
export function missingFields(
  step: StepForm,
  data: JsonObject,
  problems: Readonly<Record<string, string>>,
): ShownField[] {
  return groupsOf(step, data)
    .flatMap(({ fields }) => fields)
    .filter(({ key }) => problems[key] !== undefined);
}
