import type { Ast } from './ast.js';

/** The nodes directly below a node: in its properties, in their lists, and in the entries and iterators of those. */
export const childrenOfAst = (ast: Ast): Ast[] => Object.values(ast).flatMap(nodesIn);

function nodesIn(value: unknown): Ast[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return 'type' in value ? [value as Ast] : Object.values(value).flatMap(nodesIn);
}
