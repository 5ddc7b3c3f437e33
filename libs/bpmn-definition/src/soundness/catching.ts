import type { GraphNode, GraphScope } from './flow-graph.js';

/**
 * How a scope may end: by itself, or because something in it was thrown, by the id of the catching or throwing event.
 * `raised` is no end: an escalation that a non-interrupting event catches.
 */
export type Outcome = 'complete' | `caught ${string}` | `unhandled ${string}` | `raised ${string}`;

/**
 * The node that catches what `thrower` throws: from the thrower outwards, at each scope the start events of its event
 * sub-processes, then the boundary events on it; one that names the code before one that catches everything (the
 * engine's order, bpmn-engine `thrown.ts`; BPMN 2.0.2 §10.5.7). A scope that is interrupted listens no longer.
 */
export function catcherOf(thrower: GraphNode): GraphNode | undefined {
  let isInterrupted = false;
  for (let scope: GraphScope | undefined = thrower.scope; scope; scope = scope.parent) {
    const starts = isInterrupted ? [] : eventStartsIn(scope);
    const found = bestOf(starts, thrower) ?? bestOf(boundariesOf(scope), thrower);
    if (found) return found;
    isInterrupted = scope.kind === 'eventSubProcess' && startsOf(scope).some((start) => start.interrupting);
  }
  return undefined;
}

function bestOf(nodes: readonly GraphNode[], { trigger, code }: GraphNode): GraphNode | undefined {
  const same = nodes.filter((node) => node.trigger === trigger);
  return same.find((node) => node.code === code) ?? same.find((node) => node.code === undefined);
}

export const eventSubProcessesIn = (scope: GraphScope): GraphNode[] =>
  scope.nodes.filter(({ inside }) => inside?.kind === 'eventSubProcess');

const eventStartsIn = (scope: GraphScope): GraphNode[] =>
  eventSubProcessesIn(scope).flatMap(({ inside }) => startsOf(inside!));

export const startsOf = (scope: GraphScope): GraphNode[] =>
  scope.nodes.filter(({ type }) => type === 'StartEvent');

/** The boundary events of the sub-process whose inside `scope` is. */
const boundariesOf = (scope: GraphScope): readonly GraphNode[] =>
  scope.parent?.nodes.find(({ inside }) => inside === scope)?.boundaries ?? [];

const externalTriggers: ReadonlySet<string> = new Set(['Message', 'Timer', 'Signal', 'Conditional']);

/** Whether the event comes from outside, so that it may happen at any time. */
export const isExternal = ({ trigger }: GraphNode): boolean => externalTriggers.has(trigger);

/** Activities that others carry out, and that may therefore fail with an error of any code. */
const failingTypes: ReadonlySet<string> = new Set([
  'ServiceTask',
  'SendTask',
  'BusinessRuleTask',
  'ScriptTask',
  'CallActivity',
  'UserTask',
  'ReceiveTask',
  'Task',
]);

/** Whether an activity can throw an error (escalation) by itself, without an event that is drawn. */
export function mayThrow(node: GraphNode, trigger: string): boolean {
  if (trigger === 'Escalation') return node.type === 'CallActivity';
  if (trigger !== 'Error') return false;
  return failingTypes.has(node.type) || (node.inside?.nodes ?? []).some((inner) => mayThrow(inner, trigger));
}
