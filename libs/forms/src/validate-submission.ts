import { answerProblems } from './answer-problems.js';
import { judgeValue, type ValueError } from './judge-value.js';
import { err, isBlank, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { validatorOf } from './compiled-form.js';
import { explainError } from './explain-error.js';
import { askFor, pointerOf, type FieldProblem } from './field-problem.js';
import type { FormDefinition } from './form-definition.js';
import { copyAnswer } from './plain-answer.js';
import { fieldsOf, isJsonObject, itemOf, resolveSchema } from './read-schema.js';

const PROBLEMS_MAX = 100;

/** These only say that one of their parts failed; the part has its own error. */
const WRAPPERS = ['if', 'allOf', 'propertyNames'];

function oncePerPath(problems: readonly FieldProblem[]): FieldProblem[] {
  const first = new Map<string, FieldProblem>();
  for (const problem of problems) if (!first.has(problem.path)) first.set(problem.path, problem);
  return [...first.values()].slice(0, PROBLEMS_MAX);
}

function explainAll(errors: readonly ValueError[], root: JsonObject): FieldProblem[] {
  const telling = errors.filter((error) => !WRAPPERS.includes(error.keyword));
  return (telling.length > 0 ? telling : errors).map((error) => explainError(error, root));
}

/** A text in which a reader sees nothing is no answer where the form asks for at least one letter. */
function blankProblems(
  value: Json,
  schema: JsonObject,
  root: JsonObject,
  path: readonly (string | number)[],
): FieldProblem[] {
  if (typeof value === 'string') {
    const asked = typeof schema['minLength'] === 'number' && schema['minLength'] > 0;
    const blank = asked && value !== '' && isBlank(value);
    return blank ? [{ path: pointerOf(path), message: askFor(schema), keyword: 'minLength' }] : [];
  }
  if (Array.isArray(value)) {
    const item = itemOf(schema, root);
    return value.flatMap((one, index) => blankProblems(one as Json, item, root, [...path, index]));
  }
  if (!isJsonObject(value)) return [];
  const fields = fieldsOf(schema, root);
  return Object.entries(value).flatMap(([key, one]) =>
    blankProblems(one, fields[key] ?? {}, root, [...path, key]),
  );
}

type Refusals = (answer: JsonObject) => readonly ValueError[];

function checked(
  form: FormDefinition,
  data: unknown,
  step: string | undefined,
  refusalsOf: Refusals,
): Result<JsonObject, FieldProblem[]> {
  const copy = copyAnswer(data);
  if (!copy.ok) return err([copy.error]);
  const problems = explainAll(refusalsOf(copy.value), form.schema);
  const root = resolveSchema(form.schema, form.schema);
  const all = oncePerPath([
    ...problems,
    ...blankProblems(copy.value, root, form.schema, []),
    ...answerProblems(form, copy.value, step),
  ]);
  return all.length === 0 ? ok(copy.value) : err(all);
}

/**
 * The answer as a fresh copy, or what to correct: one problem a field, at most 100. Nothing is coerced, filled in or
 * removed; a field the form does not name is refused (use `prune` first where it should be dropped), and so is one that a rule
 * hides or that the step (`step`: the element's id) may not write. Takes any value, hostile ones too; throws a `Bug` only for a
 * form that `checkForm` would refuse.
 */
export const validateSubmission = (
  form: FormDefinition,
  data: unknown,
  step?: string,
): Result<JsonObject, FieldProblem[]> =>
  checked(form, data, step, (answer) => {
    const validate = validatorOf(form.schema);
    return validate(answer) ? [] : (validate.errors ?? []);
  });

/** The same judgement without a compiler, for a page whose CSP forbids one; ajv is the oracle of its specs. */
export const reviewAnswer = (
  form: FormDefinition,
  data: unknown,
  step?: string,
): Result<JsonObject, FieldProblem[]> =>
  checked(form, data, step, (answer) => judgeValue(answer, form.schema, form.schema));
