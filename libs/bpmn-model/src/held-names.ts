import type { ExecutableProcess } from './executable-process.js';
import type { FlowNode, VariableMapping } from './flow-node.js';
import type { Loop } from './loop.js';

/** What every case is given by the house: at its start, and at the door of a step. No process writes it, no sender either. */
export const houseNames = ['caseId', 'unitId', 'roll', 'electorate', 'mayObserve'] as const;

/** What a loop counts (the names of Camunda 8). */
export const loopCounters = [
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
] as const;

/**
 * The names whose values the process computes: targets of mappings, results of scripts and decisions, collections and
 * counters of loops, what a sub-process is opened with, and what the house gives. A mapping that only copies what a form or
 * a service said under the same name (`=x` into `x`) computes nothing.
 */
export const heldNames = ({ nodes }: Pick<ExecutableProcess, 'nodes'>): ReadonlySet<string> =>
  new Set([...houseNames, ...Object.values(nodes).flatMap(heldBy)]);

/** Nodes that get an answer from outside, which a mapping may hand on as it is. */
const answered: ReadonlySet<FlowNode['type']> = new Set([
  'userTask',
  'serviceTask',
  'receiveTask',
  'sendTask',
  'businessRuleTask',
  'callActivity',
  'startEvent',
  'boundaryEvent',
  'intermediateCatchEvent',
]);

const scopes: ReadonlySet<FlowNode['type']> = new Set(['subProcess', 'callActivity']);

const copies = ({ source, target }: VariableMapping): boolean => source.source.trim() === target;

function heldBy(node: FlowNode): string[] {
  const computed = node.io.outputs.filter((row) => !(answered.has(node.type) && copies(row)));
  return [
    ...computed.map(({ target }) => target),
    ...(scopes.has(node.type) ? node.io.inputs.map(({ target }) => target) : []),
    ...(node.type === 'scriptTask' ? [node.resultVariable] : []),
    ...(node.type === 'businessRuleTask' && node.decision ? [node.decision.resultVariable] : []),
    ...(node.loop ? heldByLoop(node.loop) : []),
  ];
}

const heldByLoop = (loop: Loop): string[] => [
  ...loopCounters,
  ...(loop.kind === 'multiInstance'
    ? [loop.inputElement, loop.outputCollection].filter((name) => name !== undefined)
    : []),
];
