import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { pointerOf, type FieldProblem } from './field-problem.js';

/** What no form may hold, whatever its schema: the limits stand before the validator, which then has bounded work. */
export const answerLimits = { depthMax: 12, valuesMax: 20_000, lettersMax: 1_000_000 } as const;

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** U+0000 and half a surrogate pair: PostgreSQL's jsonb stores neither. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

interface Budget {
  values: number;
  letters: number;
}

type Path = readonly (string | number)[];

const problem = (path: Path, keyword: string, message: string): Result<never, FieldProblem> =>
  err({ path: pointerOf(path), keyword, message });

function copyText(text: string, path: Path, budget: Budget): Result<string, FieldProblem> {
  budget.letters += text.length;
  if (budget.letters > answerLimits.lettersMax)
    return problem([], 'size', '内容过多，请删减文字或者改为上传附件。');
  return UNSTORABLE.test(text)
    ? problem(path, 'text', '文字中有无法保存的字符，请删去后重新填写。')
    : ok(text);
}

function copyArray(items: readonly unknown[], path: Path, budget: Budget): Result<Json[], FieldProblem> {
  const copied: Json[] = [];
  for (const [index, item] of items.entries()) {
    const copy = copyValue(item, [...path, index], budget);
    if (!copy.ok) return copy;
    copied.push(copy.value);
  }
  return ok(copied);
}

function copyObject(value: object, path: Path, budget: Budget): Result<JsonObject, FieldProblem> {
  const copied: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.includes(key))
      return problem(path, 'key', '提交的内容含有不允许的项，请刷新页面后重新填写。');
    const name = copyText(key, path, budget);
    if (!name.ok) return name;
    const copy = copyValue(item, [...path, key], budget);
    if (!copy.ok) return copy;
    copied[key] = copy.value;
  }
  return ok(copied);
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

function copyValue(value: unknown, path: Path, budget: Budget): Result<Json, FieldProblem> {
  budget.values += 1;
  if (budget.values > answerLimits.valuesMax) return problem([], 'size', '内容过多，请删减后重新提交。');
  if (path.length > answerLimits.depthMax)
    return problem([], 'depth', '内容层级过深，请刷新页面后重新填写。');
  if (typeof value === 'string') return copyText(value, path, budget);
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return ok(value as Json);
  if (Array.isArray(value)) return copyArray(value, path, budget);
  if (typeof value === 'object' && value !== null && isPlain(value)) return copyObject(value, path, budget);
  return problem(path, 'json', '提交的内容无法识别，请刷新页面后重新填写。');
}

/** A fresh copy that is JSON, storable and within the limits, or the first problem. Recursion ends at the depth limit. */
export function copyAnswer(data: unknown): Result<JsonObject, FieldProblem> {
  const copy = copyValue(data, [], { values: 0, letters: 0 });
  if (!copy.ok) return copy;
  const { value } = copy;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject
    ? ok(value as JsonObject)
    : problem([], 'type', '提交的内容应为一张填好的表单，请刷新页面后重新填写。');
}
