import { attachedTo, isBoundary } from './look-up.js';
import type { SourceModel, SourceNode } from './source-model.js';

/** Stands for all that lies in a scope, at any depth: it runs after its sub-process began and before what is behind. */
const inside = (scope: string): string => `${scope} inside`;

/** What no flow leads to and no activity holds (event sub-processes, handlers, links) may come after all beside it. */
const isLoose = (node: SourceNode): boolean =>
  node.incoming.length === 0 && node.type !== 'StartEvent' && !isBoundary(node);

/** Which nodes may have run, in whole or in part, before another begins. */
export class NodeOrder {
  private readonly before = new Map<string, Set<string>>();
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor({ flows, nodes, nodeById }: SourceModel) {
    for (const { source, target } of flows) {
      if (source === undefined || target === undefined) continue;
      this.add(source, target);
      this.add(inside(source), target);
    }
    for (const node of nodes) {
      const activity = attachedTo(node);
      if (activity !== undefined) {
        this.add(activity, node.id);
        this.add(inside(activity), node.id);
      }
      if (nodeById.has(node.scope) && node.incoming.length === 0) this.add(node.scope, node.id);
      this.add(node.id, inside(node.scope));
      this.add(inside(node.id), inside(node.scope));
      if (isLoose(node)) this.add(inside(node.scope), node.id);
    }
  }

  /** Ids of the nodes that may run before `id` or be `id` itself. */
  upTo(id: string): ReadonlySet<string> {
    const known = this.known.get(id);
    if (known) return known;
    const found = new Set<string>([id]);
    for (const at of found) for (const earlier of this.before.get(at) ?? []) found.add(earlier);
    this.known.set(id, found);
    return found;
  }

  private add(earlier: string, later: string): void {
    const known = this.before.get(later);
    if (known) known.add(earlier);
    else this.before.set(later, new Set([earlier]));
  }
}
