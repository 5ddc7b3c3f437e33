import type { Json, JsonObject } from '@wuqing/kernel';
import type { DeclaredPayload, PayloadField } from './declared-payload.js';

/** One thing to correct in what was sent. */
export interface PayloadProblem {
  /** The name that was sent, or that is missing. */
  readonly name: string;
  /** A Chinese sentence. */
  readonly message: string;
}

/** Bounds where the declaration sets none. */
export const payloadLimits = { letters: 2_000, jsonLetters: 4_000, items: 100, problems: 20 } as const;

const NAME_LETTERS_SHOWN = 80;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** U+0000 and half a surrogate pair: nothing can store them. */
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

type Check = (value: Json, field: PayloadField) => string | undefined;

function textProblem(value: Json, { maxLength, values }: PayloadField): string | undefined {
  const letters = maxLength ?? payloadLimits.letters;
  if (typeof value !== 'string') return '应为文字';
  if (value.length > letters) return `不超过 ${letters} 字`;
  if (UNSTORABLE.test(value)) return '请删去无法保存的字符';
  return values && !values.includes(value) ? `应为“${values.join('”“')}”之一` : undefined;
}

const numberProblem: Check = (value, { type, minimum, maximum }) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '应为数字';
  if (type === 'integer' && !Number.isSafeInteger(value)) return '应为整数';
  if (minimum !== undefined && value < minimum) return `不小于 ${minimum}`;
  return maximum !== undefined && value > maximum ? `不大于 ${maximum}` : undefined;
};

function isDay(value: Json): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

const textsProblem: Check = (value, field) => {
  const items = field.maxItems ?? payloadLimits.items;
  if (!Array.isArray(value)) return '应为一组文字';
  if (value.length > items) return `至多 ${items} 项`;
  for (const item of value as readonly Json[]) {
    const problem = textProblem(item, field);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

function jsonProblem(value: Json, { maxLength }: PayloadField): string | undefined {
  const letters = maxLength ?? payloadLimits.jsonLetters;
  const text = JSON.stringify(value);
  if (text.length > letters) return `内容不超过 ${letters} 字`;
  return UNSTORABLE.test(text) || text.includes('\\u0000') ? '请删去无法保存的字符' : undefined;
}

const checks: Readonly<Record<PayloadField['type'], Check>> = {
  text: textProblem,
  integer: numberProblem,
  number: numberProblem,
  boolean: (value) => (typeof value === 'boolean' ? undefined : '应为是或否'),
  date: (value) => (isDay(value) ? undefined : '应为日期，格式为 2026-01-31'),
  texts: textsProblem,
  json: jsonProblem,
};

/** Null says nothing, as a field that is left out. */
const isSaid = (values: JsonObject, name: string): boolean =>
  Object.hasOwn(values, name) && values[name] !== null;

function problemOf(field: PayloadField, values: JsonObject): PayloadProblem[] {
  const { name, title, required } = field;
  if (!isSaid(values, name)) return required ? [{ name, message: `请填写${title}。` }] : [];
  const problem = checks[field.type](values[name]!, field);
  return problem === undefined ? [] : [{ name, message: `请更正${title}，${problem}。` }];
}

const undeclared = (name: string): PayloadProblem => ({
  name,
  message: `“${name.slice(0, NAME_LETTERS_SHOWN)}”不在规定可以提交的内容之内，请删去。`,
});

/**
 * What keeps these values from being taken, the first 20 of it; [] where nothing does. Without a declaration nothing may
 * be sent. The work is bounded by the number of fields, not by what was sent.
 */
export function payloadProblems(
  payload: DeclaredPayload | undefined,
  values: JsonObject,
): readonly PayloadProblem[] {
  const fields = payload?.fields ?? [];
  const known = new Set(fields.map(({ name }) => name));
  const problems = fields.flatMap((field) => problemOf(field, values));
  for (const name of Object.keys(values)) {
    if (problems.length >= payloadLimits.problems) break;
    if (!known.has(name)) problems.push(undeclared(name));
  }
  return problems.slice(0, payloadLimits.problems);
}

/** Of what was sent, under the sender's names, that which the process reads. */
export const readOfPayload = (
  { fields }: DeclaredPayload,
  values: JsonObject,
  reads: readonly string[],
): JsonObject =>
  Object.fromEntries(
    fields
      .filter(({ name, variable }) => isSaid(values, name) && reads.includes(variable))
      .map(({ name }) => [name, values[name]!]),
  );

/** The values under the names by which the process reads them; every name is declared. */
export const variablesOfPayload = ({ fields }: DeclaredPayload, values: JsonObject): JsonObject =>
  Object.fromEntries(
    fields
      .filter(({ name }) => Object.hasOwn(values, name))
      .map(({ name, variable }) => [variable, values[name]!]),
  );
