import { astOf, type StoredAst } from './stored-ast.js';

/** The name that a plain name or path begins with (`ballot` of `ballot.choice`); undefined of all that computes. */
export function pathRootOf(ast: StoredAst): string | undefined {
  let node = astOf(ast);
  while (node.type === 'path') node = node.of;
  return node.type === 'name' ? node.name : undefined;
}
