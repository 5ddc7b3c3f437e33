import type { ExecutableProcess, FlowNode, SequenceFlow } from '@wuqing/bpmn-model';
import { end, start } from './event-parts.js';
import {
  extensionsOf,
  guardsOf,
  ioOf,
  type FlowPart,
  type NodePart,
  type ProcessPart,
  type References,
} from './part.js';
import { path } from './process-parts.js';

/**
 * A compiled process from its parts in document order, filled in as the compiler would: scopes, children, incoming,
 * outgoing, boundaries, default flows. What `reads` lists comes with `reads`, for no expression is looked into.
 */
export function processOf(
  key: string,
  parts: readonly ProcessPart[],
  reads: readonly string[] = [],
): ExecutableProcess {
  const placed = nodesOf(parts, key);
  const flows = placed.flows;
  const nodes = placed.nodes.map(({ part, scope }) => flowNodeOf(part, scope, placed));
  return {
    formatVersion: 1,
    key,
    name: key,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, sequenceFlowOf(flow)])),
    messages: Object.fromEntries(
      placed.nodes.flatMap(({ part }) => part.messages.map((message) => [message.id, message])),
    ),
    ...referredIn(placed),
    children: childrenOf(key, nodes),
    extensions: [],
    reads: [...reads].sort(),
  };
}

/** Signals, errors and escalations by their names; absent where the process has none, as the compiler would. */
function referredIn({ nodes }: Placed): Pick<ExecutableProcess, 'signals' | 'errors' | 'escalations'> {
  const all = (kind: keyof References): string[] => [
    ...new Set(nodes.flatMap(({ part }) => part.refers[kind] ?? [])),
  ];
  const [signals, errors, escalations] = [all('signals'), all('errors'), all('escalations')];
  return {
    ...(signals.length > 0 && {
      signals: Object.fromEntries(signals.map((name) => [name, { id: name, name }])),
    }),
    ...(errors.length > 0 && {
      errors: Object.fromEntries(errors.map((errorCode) => [errorCode, { id: errorCode, errorCode }])),
    }),
    ...(escalations.length > 0 && {
      escalations: Object.fromEntries(
        escalations.map((escalationCode) => [escalationCode, { id: escalationCode, escalationCode }]),
      ),
    }),
  };
}

/** Start event, these nodes one after the other, end event. */
export const sequenceOf = (key: string, nodes: readonly NodePart[]): ExecutableProcess =>
  processOf(key, [
    start('start'),
    ...nodes,
    end('end'),
    ...path('start', ...nodes.map(({ id }) => id), 'end'),
  ]);

interface Placed {
  readonly nodes: readonly { readonly part: NodePart; readonly scope: string }[];
  readonly flows: readonly FlowPart[];
}

function nodesOf(parts: readonly ProcessPart[], scope: string): Placed {
  const own = parts.filter((part): part is NodePart => part.part === 'node');
  const inside = own.map((part) => nodesOf(part.inside, part.id));
  return {
    nodes: own.flatMap((part, index) => [{ part, scope }, ...inside[index]!.nodes]),
    flows: [
      ...parts.filter((part): part is FlowPart => part.part === 'flow'),
      ...inside.flatMap(({ flows }) => flows),
    ],
  };
}

function flowNodeOf({ id, kind, options }: NodePart, scope: string, { nodes, flows }: Placed): FlowNode {
  const outgoing = flows.filter((flow) => flow.source === id);
  const defaultFlow = outgoing.find((flow) => flow.isDefault)?.id;
  const attached = nodes.filter(
    ({ part }) => part.kind.type === 'boundaryEvent' && part.kind.attachedTo === id,
  );
  return {
    id,
    name: options.name ?? id,
    scope,
    incoming: flows.filter((flow) => flow.target === id).map((flow) => flow.id),
    outgoing: outgoing.map((flow) => flow.id),
    boundaries: attached.map(({ part }) => part.id),
    io: ioOf(options),
    guards: guardsOf(options),
    extensions: extensionsOf(options),
    ...kind,
    ...(defaultFlow !== undefined && { defaultFlow }),
  } as FlowNode;
}

const sequenceFlowOf = ({ id, source, target, when }: FlowPart): SequenceFlow => ({
  id,
  source,
  target,
  ...(when && { condition: when }),
});

function childrenOf(key: string, nodes: readonly FlowNode[]): Record<string, string[]> {
  const scopes = [key, ...nodes.filter(({ type }) => type === 'subProcess').map(({ id }) => id)];
  return Object.fromEntries(
    scopes.map((scope) => [scope, nodes.filter((node) => node.scope === scope).map(({ id }) => id)]),
  );
}
