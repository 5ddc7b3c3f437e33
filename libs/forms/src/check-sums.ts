import type { Json, JsonObject } from '@wuqing/kernel';
import { pointerOf, titleOf, type FieldProblem } from './field-problem.js';
import { fieldsOf, isJsonObject, resolveSchema } from './read-schema.js';

const countOfItems = (items: Json | undefined): number => (Array.isArray(items) ? items.length : 0);

const sumOfItems = (items: Json | undefined, column: string): number =>
  Array.isArray(items)
    ? items.reduce<number>((sum, item) => sum + (isJsonObject(item) ? Number(item[column] ?? 0) : 0), 0)
    : 0;

/** The total of each column that `x-sums` names, of the list as it is now; whole numbers. */
export const sumsOf = (field: JsonObject, items: Json | undefined): Readonly<Record<string, number>> =>
  Array.isArray(field['x-sums'])
    ? Object.fromEntries(field['x-sums'].map((column) => [column, sumOfItems(items, String(column))]))
    : {};

/** What a field that holds a sum (`x-sum-of`; without a column: how many entries there are) must be; undefined for any other. */
export function sumFor(field: JsonObject, data: JsonObject): number | undefined {
  const from = field['x-sum-of'];
  if (!isJsonObject(from)) return undefined;
  const list = String(from['list']);
  const items = Object.hasOwn(data, list) ? data[list] : undefined;
  return from['column'] === undefined ? countOfItems(items) : sumOfItems(items, String(from['column']));
}

const nameOfSum = (field: JsonObject): string =>
  isJsonObject(field['x-sum-of']) && field['x-sum-of']['column'] === undefined ? '所填的条数' : '各项之和';

/** A sum that is not the sum of its list. */
export function sumProblems(schema: JsonObject, data: JsonObject): FieldProblem[] {
  const fields = fieldsOf(resolveSchema(schema, schema), schema);
  return Object.entries(fields).flatMap(([key, field]) => {
    const sum = sumFor(field, data);
    if (sum === undefined || !Object.hasOwn(data, key) || data[key] === sum) return [];
    return [
      {
        path: pointerOf([key]),
        keyword: 'x-sum-of',
        message: `${titleOf(field)}应等于${nameOfSum(field)}，请核对后重新提交。`,
      },
    ];
  });
}

const isList = (field: JsonObject | undefined): boolean => field?.['type'] === 'array';

/** Messages about `x-sum-of` that names no list, or no column that is added up. */
export const checkSumFields = (root: JsonObject, schema: JsonObject): string[] => {
  const fields = fieldsOf(root, schema);
  return Object.entries(fields).flatMap(([key, field]) => {
    const from = field['x-sum-of'];
    if (!isJsonObject(from)) return [];
    const list = String(from['list']);
    if (from['column'] === undefined && field['type'] === 'integer' && isList(fields[list])) return [];
    const sums = Object.hasOwn(fields, list) ? fields[list]?.['x-sums'] : undefined;
    const isSummed = Array.isArray(sums) && sums.includes(String(from['column']));
    return isSummed && field['type'] === 'integer'
      ? []
      : [`Expected x-sum-of of ${key} to be a whole number that sums a column of x-sums`];
  });
};
