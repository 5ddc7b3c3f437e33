import { flowOf, type BoundaryEvent, type StartEvent } from '@wuqing/bpmn-model';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  conditionAwaited,
  nextFiring,
  signalAwaited,
  subscriptionOpened,
  timerScheduled,
} from '../waiting/catch-event.js';
import type { ElementInstanceKey } from '../command.js';
import { keyOf } from '../element-instance-key.js';
import type { EngineEvent } from '../engine-event.js';
import { evolve } from '../evolve/evolve.js';
import type { ConditionWait, OpenSubscription, PendingTimer, SignalWait } from '../state.js';
import type { Step } from '../step.js';
import { closeAttachedTo, emptyScope, terminate } from '../scopes/termination.js';
import { enclosingIdOf, placeOf, visitOf, type Place, type View } from '../view.js';

/** A timer is due: the event that waited on it happens. */
export const timerTriggered = (view: View, key: ElementInstanceKey, timer: PendingTimer): Step[] =>
  after(view, { type: 'TimerTriggered', key }, (then) =>
    happened(then, key, timer, {}, () => nextTimer(then, timer)),
  );

/** A message has come: the event that waited on it happens, with the payload as its result. */
export const messageCorrelated = (
  view: View,
  key: ElementInstanceKey,
  subscription: OpenSubscription,
  variables: JsonObject,
): Step[] =>
  after(view, { type: 'MessageCorrelated', key }, (then) =>
    happened(then, key, subscription, variables, () => nextSubscription(then, subscription)),
  );

/** A signal was broadcast that this event waits for: it happens, with the payload as its result. */
export const signalReceived = (
  view: View,
  key: ElementInstanceKey,
  wait: SignalWait,
  variables: JsonObject,
): Step[] =>
  after(view, { type: 'SignalReceived', key }, (then) =>
    happened(then, key, wait, variables, () => signalAwaited(nextKey(then, wait.elementId), wait)),
  );

/** A condition has become true: its event happens; one that may happen again waits until it was false in between. */
export const conditionMet = (view: View, key: ElementInstanceKey, wait: ConditionWait): Step[] =>
  after(view, { type: 'ConditionMet', key }, (then) =>
    happened(then, key, wait, {}, () =>
      conditionAwaited(nextKey(then, wait.elementId), { ...wait, holds: true }),
    ),
  );

/** What follows is decided on the state in which the event waits no longer, or it would be closed a second time. */
const after = (view: View, event: EngineEvent, decide: (then: View) => Step[]): Step[] => [
  { event },
  ...decide({ ...view, state: evolve(view.state, event) }),
];

type Wait = Pick<OpenSubscription, 'elementId' | 'attachedTo'>;

/** `again` is asked only where the event does not interrupt and may therefore happen once more. */
function happened(
  view: View,
  key: ElementInstanceKey,
  { elementId, attachedTo }: Wait,
  variables: JsonObject,
  again: () => Step[],
): Step[] {
  if (attachedTo === undefined) return [{ next: { do: 'complete', key, variables } }];
  const place = placeOf(view, elementId);
  switch (place.node.type) {
    case 'boundaryEvent':
      return boundaryHappened(view, place as Place<BoundaryEvent>, attachedTo, variables, again);
    case 'startEvent':
      return eventSubProcessStarted(view, place as Place<StartEvent>, attachedTo, variables, again);
    default:
      return gatewayDecided(view, place, attachedTo, variables);
  }
}

/** The first event behind an event-based gateway: the others wait no longer, the token goes on through this one. */
function gatewayDecided(
  view: View,
  place: Place,
  gateway: ElementInstanceKey,
  variables: JsonObject,
): Step[] {
  const { elementId, node, scope, process, prefix } = visitOf(view, gateway);
  const flow = required(
    node.outgoing.find((id) => flowOf(process, id).target === place.node.id),
    `a flow from ${elementId} to ${place.elementId}`,
  );
  return [
    ...closeAttachedTo(view, gateway),
    { event: { type: 'ElementCompleted', key: gateway, elementId } },
    { event: { type: 'SequenceFlowTaken', flowId: prefix + flow, scope } },
    {
      next: {
        do: 'activate',
        elementId: place.elementId,
        scope,
        arrival: { variables, triggered: true },
      },
    },
  ];
}

/** A boundary event of a running activity happens, which ends it unless the event lets it go on. */
export function boundaryHappened(
  view: View,
  { node, elementId }: Place<BoundaryEvent>,
  activity: ElementInstanceKey,
  variables: JsonObject,
  again: () => Step[],
): Step[] {
  const { scope } = visitOf(view, activity);
  const others = node.interrupting ? terminate(view, activity) : again();
  return [...others, { next: { do: 'activate', elementId, scope, arrival: { variables } } }];
}

/** An event sub-process of a running scope starts, which ends all else in it unless the event lets it go on. */
export function eventSubProcessStarted(
  view: View,
  place: Place<StartEvent>,
  scope: ElementInstanceKey,
  variables: JsonObject,
  again: () => Step[],
): Step[] {
  const arrival = { variables, goal: place.elementId };
  const begun: Step = {
    next: { do: 'activate', elementId: enclosingIdOf(place), scope, arrival },
  };
  if (!place.node.interrupting) return [...again(), begun];
  return [...emptyScope(view, scope), begun, { over: scope }];
}

/** Each firing of a cycle has a key of its own, as has each subscription: one key happens at most once. */
function nextTimer(view: View, { elementId, attachedTo, ...timer }: PendingTimer): Step[] {
  const due = nextFiring({ elementId, ...timer }, view.context.timeZone);
  return due ? timerScheduled(nextKey(view, elementId), { elementId, ...due, attachedTo: attachedTo! }) : [];
}

const nextSubscription = (view: View, subscription: OpenSubscription): Step[] =>
  subscriptionOpened(nextKey(view, subscription.elementId), subscription);

const nextKey = (view: View, elementId: string): ElementInstanceKey =>
  keyOf(elementId, view.state.counter + 1);
