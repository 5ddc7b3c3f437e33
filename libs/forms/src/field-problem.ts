import type { JsonObject } from '@wuqing/kernel';

/** One thing to correct in an answer. */
export interface FieldProblem {
  /** JSON Pointer from the answer's root; '' is the whole answer. */
  readonly path: string;
  /** A Chinese sentence that says what to do. */
  readonly message: string;
  /** The schema keyword that refused, or `size`, `depth`, `json`, `key`, `text` for what no form may hold. */
  readonly keyword: string;
}

export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What the user calls the field. */
export const titleOf = (schema: JsonObject): string =>
  typeof schema['title'] === 'string' ? schema['title'] : '此项';

function rangeOf({ minimum, maximum }: JsonObject): string {
  if (minimum !== undefined && maximum !== undefined)
    return ` ${String(minimum)} 到 ${String(maximum)} 之间的`;
  if (minimum !== undefined) return `不小于 ${String(minimum)} 的`;
  return maximum !== undefined ? `不大于 ${String(maximum)} 的` : '';
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '格式为 2026-01-31',
  'date-time': '格式为 2026-01-31T09:00:00+08:00',
  time: '格式为 09:00:00+08:00',
  email: '应为电子邮箱地址',
  uri: '应为完整的网址',
  uuid: '请从列表中选择',
};

function expectationOfArray({ minItems, maxItems }: JsonObject): string {
  const least = typeof minItems === 'number' && minItems > 1 ? `至少 ${minItems} 项` : '';
  const most = typeof maxItems === 'number' ? `至多 ${maxItems} 项` : '';
  return [least, most].filter(Boolean).join('、');
}

function expectationOfText({ format, maxLength }: JsonObject): string {
  const known = typeof format === 'string' ? FORMATS[format] : undefined;
  return known ?? (typeof maxLength === 'number' ? `不超过 ${maxLength} 字` : '');
}

const FEN = 100;

/** The bounds of a sum as its reader types it, in yuan. */
const inYuan = ({ minimum = 0, maximum }: JsonObject): JsonObject => ({
  minimum: Number(minimum) / FEN,
  ...(typeof maximum === 'number' && { maximum: maximum / FEN }),
});

/** What a right answer looks like, as the second half of a sentence; '' where there is nothing to say. */
export function expectationOf(schema: JsonObject): string {
  const { type } = schema;
  if (Array.isArray(schema['enum'])) return `应为“${schema['enum'].join('”“')}”之一`;
  if (schema['x-money'] === true) return `应为${rangeOf(inYuan(schema))}金额（元），最多两位小数`;
  if (type === 'integer') return `应为${rangeOf(schema)}整数`;
  if (type === 'number') return `应为${rangeOf(schema)}数字`;
  if (type === 'boolean') return '应为是或否';
  if (type === 'array') return expectationOfArray(schema);
  return type === 'string' ? expectationOfText(schema) : '';
}

/** 填写, 选择 or 上传, by what the person does with such a field. */
export function verbOf(schema: JsonObject): string {
  const item = (schema['items'] ?? {}) as JsonObject;
  const isFile = schema['x-file'] !== undefined || item['x-attachment'] === true;
  if (isFile || schema['x-attachment'] === true) return '上传';
  const chosen = [schema, item].some(
    (one) => Array.isArray(one['enum']) || one['x-person'] !== undefined || one['x-village'] !== undefined,
  );
  return chosen || schema['type'] === 'boolean' ? '选择' : '填写';
}

/** 「请填写金额，应为不小于 0 的金额（元），最多两位小数。」 */
export function askFor(schema: JsonObject): string {
  const expectation = expectationOf(schema);
  return `请${verbOf(schema)}${titleOf(schema)}${expectation === '' ? '' : `，${expectation}`}。`;
}
