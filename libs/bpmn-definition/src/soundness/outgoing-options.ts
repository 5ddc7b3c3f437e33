import { isActivity, type GraphFlow, type GraphNode } from './flow-graph.js';

/** One way in which a node is left: the flows that get a token. */
export interface Option {
  readonly flows: readonly GraphFlow[];
}

/** Flows that may or may not be taken beyond which a node has more ways out than are written down. */
export const subsetsMax = 8;

/** Whether `optionsOf` cannot list every set of flows of this node. */
export const hasTooManyOptions = (node: GraphNode): boolean => optionalFlows(node).length > subsetsMax;

/**
 * The ways in which a node can be left when nothing is known of the data (BPMN 2.0.2 §13.3); none where it has no
 * outgoing flow. Conditions may hold in any combination in which at least one flow is taken.
 */
export function optionsOf(node: GraphNode): Option[] {
  const { outgoing, type, awaitsAll } = node;
  if (outgoing.length === 0) return [];
  if (type === 'ExclusiveGateway' || (type === 'EventBasedGateway' && !awaitsAll))
    return outgoing.map((flow) => ({ flows: [flow] }));
  const optional = optionalFlows(node);
  if (type === 'ParallelGateway' || optional.length === 0) return [{ flows: outgoing }];
  return subsetOptions(node, optional);
}

/** Flows whose condition may hold; where an inclusive gateway has no condition at all, that is left open. */
function optionalFlows({ type, outgoing, defaultFlow }: GraphNode): GraphFlow[] {
  if (type === 'ParallelGateway') return [];
  const candidates = outgoing.filter(({ id }) => id !== defaultFlow);
  const conditional = candidates.filter((flow) => flow.conditional);
  return type === 'InclusiveGateway' && conditional.length === 0 && candidates.length > 1
    ? candidates
    : conditional;
}

/** Where no condition holds, an activity takes its default flow beside those without condition, a gateway instead of none. */
function subsetOptions(node: GraphNode, optional: readonly GraphFlow[]): Option[] {
  const { outgoing, defaultFlow } = node;
  const fallback = outgoing.find(({ id }) => id === defaultFlow);
  const always = outgoing.filter((flow) => flow !== fallback && !optional.includes(flow));
  const options: Option[] = [];
  for (let set = 1; set < 2 ** optional.length; set++)
    options.push({ flows: [...always, ...optional.filter((_, index) => (set >> index) & 1)] });
  const otherwise = fallback && (isActivity(node) || always.length === 0) ? [...always, fallback] : always;
  if (otherwise.length > 0) options.push({ flows: otherwise });
  return options;
}
