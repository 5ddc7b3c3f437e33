import type { BoundaryEvent, FlowNode } from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { keyOf } from '../element-instance-key.js';
import type { EngineEvent } from '../engine-event.js';
import { evolve } from '../evolve/evolve.js';
import { undoes } from './scope-kind.js';
import type { CompletedActivity } from '../state.js';
import type { Step } from '../step.js';
import { terminate } from './termination.js';
import { placeOf, placesInside, visitOf, type Place, type View, type Visit } from '../view.js';

/** An activity that completes is registered where something could undo it; what undoes is not undone itself. */
export function registration(view: View, { key, elementId, scope, node, prefix }: Visit): Step[] {
  if (!isActivity(node) || undoes(view, scope)) return [];
  const registers = view.state.instances[key]?.loop
    ? view.state.completed?.some((item) => item.scope === key)
    : handlerOf(view, node, prefix) !== undefined ||
      (node.type === 'subProcess' &&
        (view.state.completed?.some((item) => item.scope === key) ||
          (!node.triggeredByEvent && compensationSubProcessOf(view, elementId) !== undefined)));
  return registers ? [{ event: { type: 'CompensationRegistered', key, elementId, scope } }] : [];
}

export const isActivity = ({ type }: FlowNode): boolean =>
  !type.endsWith('Event') && !type.endsWith('Gateway');

/** The activity that undoes a node, by its compensation boundary event. */
function handlerOf(view: View, { boundaries }: FlowNode, prefix: string): string | undefined {
  for (const id of boundaries) {
    const { definition } = placeOf(view, prefix + id).node as BoundaryEvent;
    if (definition.kind === 'compensation') return prefix + definition.handler;
  }
  return undefined;
}

/** The start event of the sub-process's compensation event sub-process. */
const compensationSubProcessOf = (view: View, elementId: string): Place | undefined =>
  placesInside(view, elementId)
    .filter(({ node }) => node.type === 'subProcess' && node.triggeredByEvent)
    .flatMap((place) => placesInside(view, place.elementId))
    .find(({ node }) => node.type === 'startEvent' && node.definition.kind === 'compensation');

/**
 * What a compensation event undoes, the last that was completed first (BPMN 2.0.2 §10.7.3): in its own scope, and from
 * an event sub-process in the scope that this belongs to as well; `activity` alone where it names one.
 */
export function compensableFrom(
  view: View,
  { scope, prefix }: Visit,
  activity?: string,
): ElementInstanceKey[] {
  const scopes = [scope];
  for (let at = view.state.instances[scope]; at; at = view.state.instances[at.scope]) {
    const { node } = placeOf(view, at.elementId);
    if (node.type !== 'subProcess' || !node.triggeredByEvent) break;
    scopes.push(at.scope);
  }
  return (view.state.completed ?? [])
    .filter((item) => scopes.includes(item.scope))
    .filter(({ elementId }) => activity === undefined || elementId === prefix + activity)
    .map(({ key }) => key)
    .reverse();
}

export const compensationTriggered = (
  key: ElementInstanceKey,
  activities: readonly ElementInstanceKey[],
): Step[] => [
  { event: { type: 'CompensationTriggered', key, activities } },
  { next: { do: 'compensate', key } },
];

/** The next of the activities that `key` undoes; another event may have undone some of them meanwhile. */
export function compensate(view: View, key: ElementInstanceKey): Step[] {
  const { compensations, completed = [] } = view.state;
  const activities = required(compensations?.[key], `what ${key} undoes`);
  for (const activity of activities) {
    const item = completed.find((each) => each.key === activity);
    if (item) return undo(view, key, item);
  }
  return undone(view, key);
}

function undo(view: View, by: ElementInstanceKey, item: CompletedActivity): Step[] {
  const { node, prefix } = placeOf(view, item.elementId);
  const isLoop = hasMembers(view, item);
  const handler = isLoop ? undefined : handlerOf(view, node, prefix);
  const elementId = handler ?? item.elementId;
  const key = keyOf(elementId, view.state.counter + 1);
  const values = view.state.variables[item.key];
  const activated: Step[] = [
    { event: { type: 'ElementActivated', key, elementId, scope: by } },
    ...(values ? [{ event: { type: 'VariablesSet' as const, scope: key, values } }] : []),
  ];
  return handler
    ? [
        { event: { type: 'CompensationStarted', activity: item.key } },
        ...activated,
        { next: { do: 'enter', key, arrival: {} } },
      ]
    : [...activated, ...reopened(view, key, item, isLoop)];
}

/** A looped activity as a whole is undone member by member, the last that was completed first. */
const hasMembers = ({ state }: View, { key, elementId }: CompletedActivity): boolean =>
  (state.completed ?? []).some((item) => item.scope === key && item.elementId === elementId);

/** A sub-process without a handler of its own: its compensation event sub-process, else all that it had completed. */
function reopened(
  view: View,
  key: ElementInstanceKey,
  { elementId, key: activity }: CompletedActivity,
  isLoop: boolean,
): Step[] {
  const start = isLoop ? undefined : compensationSubProcessOf(view, elementId);
  const inside = (view.state.completed ?? [])
    .filter((item) => item.scope === activity)
    .map((item) => item.key);
  const reopening: Step = { event: { type: 'CompensationScopeReopened', key, activity } };
  if (!start) return [reopening, ...compensationTriggered(key, inside.reverse())];
  const { elementId: goal, prefix, node } = start;
  return [
    reopening,
    { event: { type: 'CompensationTriggered', key, activities: [] } },
    { next: { do: 'activate', elementId: prefix + node.scope, scope: key, arrival: { goal } } },
  ];
}

/** All is undone: the event goes on, a transaction is given up, a sub-process that was opened again is closed. */
function undone(view: View, key: ElementInstanceKey): Step[] {
  const visit = visitOf(view, key);
  const { node, elementId, scope } = visit;
  if (node.type === 'endEvent' && node.definition.kind === 'cancel') return transactionCanceled(view, visit);
  return isActivity(node)
    ? [{ event: { type: 'ElementCompleted', key, elementId } }, { next: { do: 'settle', key: scope } }]
    : [{ next: { do: 'complete', key, variables: {} } }];
}

/** The cancel boundary event of a transaction; undefined where `scope` is none or has none. */
export function cancelBoundaryOf(view: View, scope: ElementInstanceKey): Place | undefined {
  if (!view.state.instances[scope]) return undefined;
  const { node, prefix } = visitOf(view, scope);
  if (node.type !== 'subProcess' || !node.transaction) return undefined;
  return node.boundaries
    .map((id) => placeOf(view, prefix + id))
    .find(({ node: event }) => event.type === 'boundaryEvent' && event.definition.kind === 'cancel');
}

function transactionCanceled(view: View, { key, elementId, scope }: Visit): Step[] {
  const boundary = required(cancelBoundaryOf(view, scope), `a cancel boundary event of ${scope}`);
  const event: EngineEvent = { type: 'ElementCompleted', key, elementId };
  const then: View = { ...view, state: evolve(view.state, event) };
  const whole = wholeOf(view, scope);
  return [
    { event },
    ...terminate(then, whole),
    {
      next: {
        do: 'activate',
        elementId: boundary.elementId,
        scope: visitOf(view, whole).scope,
        arrival: {},
      },
    },
  ];
}

/** Boundary events belong to a looped activity as a whole: one member that is given up ends the others. */
const wholeOf = ({ state }: View, key: ElementInstanceKey): ElementInstanceKey =>
  state.instances[key]?.member === undefined ? key : state.instances[key].scope;
