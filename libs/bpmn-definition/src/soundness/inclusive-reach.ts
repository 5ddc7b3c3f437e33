import type { GraphFlow, GraphNode, GraphScope } from './flow-graph.js';
import type { Place } from './net.js';

/** Incoming flows of one inclusive join that fit into the bits of a number. */
export const incomingMax = 30;

/**
 * For each inclusive join and each place: the incoming flows of the join that a token at the place can reach, on paths
 * that begin after the node at which it stands and do not lead through the join. It is the question that the engine
 * asks (bpmn-engine `inclusive-join.ts`, BPMN 2.0.2 §10.6.3), answered beforehand.
 */
export function reachesOf(
  scope: GraphScope,
  places: readonly Place[],
  at: (flow: GraphFlow) => number,
): ReadonlyMap<string, readonly number[]> {
  const joins = scope.nodes.filter(
    ({ type, incoming }) => type === 'InclusiveGateway' && incoming.length > 1,
  );
  if (joins.length === 0) return new Map();
  const before = nodesBeforeEach(scope);
  return new Map(
    joins.map((join) => {
      const reached = reachedFromEach(join, before);
      const bits = places.map(({ node }) => reached.get(node) ?? 0);
      join.incoming.forEach((flow, index) => (bits[at(flow)] = 1 << index));
      return [join.id, bits];
    }),
  );
}

/** For each flow and each node: the nodes from which one step leads there, by a flow, an event, or a link. */
function nodesBeforeEach({ nodes }: GraphScope): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>();
  const add = (to: string, from: string): void => {
    const known = before.get(to);
    if (known) known.push(from);
    else before.set(to, [from]);
  };
  for (const node of nodes)
    for (const flow of [...node.outgoing, ...node.boundaries.flatMap(({ outgoing }) => outgoing)]) {
      add(flow.id, node.id);
      add(flow.target, node.id);
    }
  for (const thrower of nodes.filter(isLink('IntermediateThrowEvent')))
    for (const target of nodes.filter(isLink('IntermediateCatchEvent')))
      if (thrower.code === target.code) add(target.id, thrower.id);
  return before;
}

const isLink =
  (type: string) =>
  (node: GraphNode): boolean =>
    node.type === type && node.trigger === 'Link';

/** Backward from each flow into the join, never through it. */
function reachedFromEach(
  join: GraphNode,
  before: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const reached = new Map<string, number>();
  join.incoming.forEach((flow, index) => {
    const open = new Set(before.get(flow.id));
    for (const id of open) {
      reached.set(id, (reached.get(id) ?? 0) | (1 << index));
      if (id !== join.id) for (const earlier of before.get(id) ?? []) open.add(earlier);
    }
  });
  return reached;
}
