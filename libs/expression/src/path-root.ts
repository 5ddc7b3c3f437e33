import type { JsonObject } from '@wuqing/kernel';
import type { Ast } from './ast.js';

/** The name that a plain name or path begins with (`ballot` of `ballot.choice`); undefined of all that computes. */
export function pathRootOf(ast: JsonObject): string | undefined {
  let node = ast as unknown as Ast;
  while (node.type === 'path') node = node.of;
  return node.type === 'name' ? node.name : undefined;
}
