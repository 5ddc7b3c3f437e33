import type { FieldProblem } from './problem.js';

/** Deeper than any form; a guard against recursion, not a rule of content. */
const DEPTH_MAX = 32;

/** Names that reach an object's prototype: libraries drop them without a word, so that what was sent would be lost. */
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype'];

/**
 * The first value that PostgreSQL, JSON or a field cannot keep: a NUL, half of a surrogate pair, a number that is not
 * finite, a name that reaches a prototype, or nesting without end. Undefined where all is well. Walks without recursion.
 */
export function findUnstorable(root: unknown): FieldProblem | undefined {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { value, path, depth } = item;
    const message = faultOf(value, depth);
    if (message) return { path, message };
    if (value === null || typeof value !== 'object') continue;
    for (const [key, inner] of Object.entries(value)) {
      if (faultOf(key, 0)) return { path, message: '字段名含有无法保存的字符。' };
      if (PROTOTYPE_NAMES.includes(key))
        return { path: `${path}/${key}`, message: `字段不能命名为“${key}”,请换一个名称。` };
      waiting.push({ value: inner, path: `${path}/${key}`, depth: depth + 1 });
    }
  }
  return undefined;
}

function faultOf(value: unknown, depth: number): string | undefined {
  if (depth > DEPTH_MAX) return '内容嵌套过深。';
  if (typeof value === 'number' && !Number.isFinite(value)) return '数值超出范围。';
  if (typeof value === 'string' && /\0|\p{Surrogate}/u.test(value))
    return '含有无法保存的字符,请删除后重新填写。';
  return undefined;
}
