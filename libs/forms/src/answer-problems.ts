import type { Json, JsonObject } from '@wuqing/kernel';
import { askFor, pointerOf, titleOf, type FieldProblem } from './field-problem.js';
import { rightsAt, type FieldRight } from './field-rights.js';
import type { FormDefinition } from './form-definition.js';
import { sumProblems } from './check-sums.js';
import { fieldsOf, isJsonObject, itemOf, resolveSchema } from './read-schema.js';
import { hiddenFields } from './ui-rules.js';

type Fields = Readonly<Record<string, JsonObject>>;

const isGiven = (data: JsonObject, key: string): boolean => Object.hasOwn(data, key);

/** What no rule shows is not to be answered. */
const hiddenProblems = (form: FormDefinition, data: JsonObject, fields: Fields): FieldProblem[] =>
  [...hiddenFields(form, data)]
    .filter((key) => isGiven(data, key))
    .map((key) => ({
      path: pointerOf([key]),
      keyword: 'ui.rules',
      message: `按已填内容不需要填写${titleOf(fields[key] ?? {})}，请删去。`,
    }));

function rightProblem(key: string, right: FieldRight, data: JsonObject, field: JsonObject): FieldProblem[] {
  const refused = (message: string): FieldProblem[] => [
    { path: pointerOf([key]), keyword: 'ui.rights', message },
  ];
  if (right === 'require') return isGiven(data, key) ? [] : refused(askFor(field));
  if (right === 'edit' || !isGiven(data, key)) return [];
  return refused(
    right === 'read'
      ? `${titleOf(field)}在本步骤只供查看，不能填写，请删去。`
      : '表单中没有这一项，请删去后重新提交。',
  );
}

const rightProblems = (
  form: FormDefinition,
  data: JsonObject,
  fields: Fields,
  step: string | undefined,
): FieldProblem[] =>
  [...rightsAt(form, step)].flatMap(([key, right]) => rightProblem(key, right, data, fields[key] ?? {}));

/** A range whose last day is before its first. */
function rangeProblems(
  value: Json,
  field: JsonObject,
  root: JsonObject,
  path: readonly (string | number)[],
): FieldProblem[] {
  if (Array.isArray(value)) {
    const item = itemOf(field, root);
    return value.flatMap((one, at) => rangeProblems(one as Json, item, root, [...path, at]));
  }
  if (!isJsonObject(value)) return [];
  if (field['x-range'] === true && String(value['from']) > String(value['to']))
    return [
      {
        path: pointerOf([...path, 'to']),
        keyword: 'x-range',
        message: `请更正${titleOf(field)}，止日不得早于起日。`,
      },
    ];
  const fields = fieldsOf(field, root);
  return Object.entries(value).flatMap(([key, one]) =>
    rangeProblems(one, fields[key] ?? {}, root, [...path, key]),
  );
}

/**
 * What the schema alone does not say of an answer: fields that a rule hides, rights of the step (`step`: the element's id),
 * ranges and sums. The same in browser and server.
 */
export function answerProblems(form: FormDefinition, data: JsonObject, step?: string): FieldProblem[] {
  const { schema } = form;
  const root = resolveSchema(schema, schema);
  const fields = fieldsOf(root, schema);
  return [
    ...hiddenProblems(form, data, fields),
    ...rightProblems(form, data, fields, step),
    ...rangeProblems(data, root, schema, []),
    ...sumProblems(schema, data),
  ];
}
