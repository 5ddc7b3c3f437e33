import type { Ast } from '@wuqing/expression';

/** The nodes directly below a node: in its properties, in their lists, and in the entries and iterators of those. */
export const childrenOfAst = (ast: Ast): Ast[] => Object.values(ast).flatMap(nodesIn);

function nodesIn(value: unknown): Ast[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value) return [value as Ast];
  return Object.values(value).flatMap((inner) => (isNode(inner) ? [inner] : []));
}

const isNode = (value: unknown): value is Ast =>
  typeof value === 'object' && value !== null && 'type' in value;
