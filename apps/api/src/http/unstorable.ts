import { findHiddenSign } from '@wuqing/kernel';
import type { BodyBounds } from './body-bounds.js';
import type { FieldProblem } from './problem.js';

/** Deeper than any form; a guard against recursion, not a rule of content. */
const DEPTH_MAX = 32;
/** Longer than any name; an answer does not give back what was sent without end. */
const NAME_MAX = 200;

/** Names that reach an object's prototype: libraries drop them without a word, so that what was sent would be lost. */
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype'];

type Bounds = Pick<BodyBounds, 'valuesMax' | 'files'>;

interface Visit {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

/**
 * The first value that PostgreSQL, JSON or a field cannot keep: half of a surrogate pair, a number that is not finite, a
 * name that reaches a prototype, a sign that no reader sees (NUL among them), or more than `bounds` allow, nesting among
 * it. Undefined where all is well. Walks without recursion, and no further than the bounds.
 */
export function findUnstorable(root: unknown, { valuesMax, files = [] }: Bounds): FieldProblem | undefined {
  const waiting: Visit[] = [{ value: root, path: '', depth: 0 }];
  let values = 0;
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { value, path, depth } = item;
    const message = faultOf(value, depth, files.includes(path.slice(1)));
    if (message) return { path, message };
    if (value === null || typeof value !== 'object') continue;
    for (const key in value) {
      values += 1;
      if (values > valuesMax) return { path: '', message: `内容过多，一次不超过 ${valuesMax} 项。` };
      const fault = nameFault(key);
      if (fault) return { path: PROTOTYPE_NAMES.includes(key) ? `${path}/${key}` : path, message: fault };
      waiting.push({
        value: (value as Readonly<Record<string, unknown>>)[key],
        path: `${path}/${key}`,
        depth: depth + 1,
      });
    }
  }
  return undefined;
}

function nameFault(key: string): string | undefined {
  if (PROTOTYPE_NAMES.includes(key)) return `字段不能命名为“${key}”，请换一个名称。`;
  if (key.length > NAME_MAX) return `字段名不超过 ${NAME_MAX} 个字。`;
  return textFault(key) === undefined ? undefined : '字段名含有无法保存或看不见的字符。';
}

function faultOf(value: unknown, depth: number, isFile: boolean): string | undefined {
  if (depth > DEPTH_MAX) return '内容嵌套过深。';
  if (typeof value === 'number' && !Number.isFinite(value)) return '数值超出范围。';
  if (typeof value !== 'string') return undefined;
  return isFile ? brokenText(value) : textFault(value);
}

const brokenText = (text: string): string | undefined =>
  /\0|\p{Surrogate}/u.test(text) ? '含有无法保存的字符，请删除后重新填写。' : undefined;

function textFault(text: string): string | undefined {
  const hidden = findHiddenSign(text);
  if (hidden === undefined || hidden.sign === 'U+0000') return brokenText(text);
  const place = hidden.after === 0 ? '开头' : `第 ${hidden.after} 个字后`;
  return `${place}有看不见的字符（${hidden.sign}），请删除后重新填写。`;
}
