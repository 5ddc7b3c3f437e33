import { childrenOfAst, type Ast, type NodeType } from '@wuqing/expression';
import { parseExpression } from './parse-expression.js';

/**
 * What a condition of another engine (`${approved == true}`, JUEL or the like) is in FEEL, with its leading `=`; undefined
 * where that cannot be told with certainty: calls of methods, choices, types.
 */
export function feelOfJuel(text: string): string | undefined {
  const inner = /^[$#]\{([^{}]*)\}$/u.exec(text.trim())?.[1] ?? text;
  if (/[{}]/u.test(inner)) return undefined;
  const feel = inner
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/u)
    .map((part, at) => (at % 2 === 1 ? `"${part.slice(1, -1)}"` : withoutSigns(part)))
    .join('')
    .trim();
  const parsed = parseExpression(feel, { hostFunctionNames: [] });
  return parsed.ok && isPlain(parsed.value) ? `=${feel}` : undefined;
}

const rewritings: readonly (readonly [pattern: RegExp, feel: string])[] = [
  [/\s*(?:&&)\s*/gu, ' and '],
  [/\s*(?:\|\|)\s*/gu, ' or '],
  [/\s*!==?\s*|\s+ne\s+/gu, ' != '],
  [/\s*===?\s*|\s+eq\s+/gu, ' = '],
  [/\s+(?:ge|gte)\s+/gu, ' >= '],
  [/\s+(?:le|lte)\s+/gu, ' <= '],
  [/\s+gt\s+/gu, ' > '],
  [/\s+lt\s+/gu, ' < '],
  [/(?:!|\bnot\s)\s*([\p{L}_][\p{L}\p{N}_.]*)/gu, 'not($1)'],
];

const withoutSigns = (text: string): string =>
  rewritings.reduce((done, [pattern, feel]) => done.replace(pattern, feel), text);

const plain: ReadonlySet<NodeType> = new Set<NodeType>([
  ...(['literal', 'name', 'path', 'compare', 'and', 'or', 'arithmetic', 'negate'] as const),
]);

/** Names, values and signs that mean the same in both languages. */
function isPlain(ast: Ast): boolean {
  if (ast.type === 'name') return !/ |^(?:execution|task)$/u.test(ast.name);
  const known = plain.has(ast.type) || (ast.type === 'call' && ast.function === 'not');
  return known && childrenOfAst(ast).every(isPlain);
}
