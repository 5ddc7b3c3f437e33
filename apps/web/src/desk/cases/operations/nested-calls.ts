import type { CallTreeNodeView } from '../../../client/api.js';

/** A case with all that it calls. */
export interface NestedCall extends CallTreeNodeView {
  readonly calls: readonly NestedCall[];
}

/** The tree of what is told in a row; whose caller is not told stands at the top. */
export function nestedCalls(
  nodes: readonly CallTreeNodeView[],
  parentId: string | null = null,
): NestedCall[] {
  return nodes
    .filter((node) => node.parentId === parentId)
    .map((node) => ({ ...node, calls: nestedCalls(nodes, node.id) }));
}
