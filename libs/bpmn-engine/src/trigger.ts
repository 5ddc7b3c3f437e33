import type { BoundaryEvent, StartEvent } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { nextFiring, subscriptionOpened, timerScheduled } from './catch-event.js';
import type { ElementInstanceKey } from './command.js';
import { keyOf } from './element-instance-key.js';
import type { EngineEvent } from './engine-event.js';
import { evolve } from './evolve.js';
import type { OpenSubscription, PendingTimer } from './state.js';
import type { Step } from './step.js';
import { closeAttachedTo, terminate, terminateInside } from './termination.js';
import { enclosingIdOf, placeOf, visitOf, type Place, type View } from './view.js';

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

/** What follows is decided on the state in which the event waits no longer, or it would be closed a second time. */
const after = (view: View, event: EngineEvent, decide: (then: View) => Step[]): Step[] => [
  { event },
  ...decide({ ...view, state: evolve(view.state, event) }),
];

/** `again` is asked only where the event does not interrupt and may therefore happen once more. */
function happened(
  view: View,
  key: ElementInstanceKey,
  { elementId, attachedTo }: PendingTimer | OpenSubscription,
  variables: JsonObject,
  again: () => Step[],
): Step[] {
  if (attachedTo === undefined) return [{ next: { do: 'complete', key, variables } }];
  const place = placeOf(view, elementId);
  return place.node.type === 'boundaryEvent'
    ? boundaryHappened(view, place as Place<BoundaryEvent>, attachedTo, variables, again)
    : eventSubProcessStarted(view, place as Place<StartEvent>, attachedTo, variables, again);
}

function boundaryHappened(
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

function eventSubProcessStarted(
  view: View,
  place: Place<StartEvent>,
  scope: ElementInstanceKey,
  variables: JsonObject,
  again: () => Step[],
): Step[] {
  const others = place.node.interrupting
    ? [...terminateInside(view, scope), ...closeAttachedTo(view, scope, (id) => isStart(view, id))]
    : again();
  const arrival = { variables, goal: place.elementId };
  return [...others, { next: { do: 'activate', elementId: enclosingIdOf(place), scope, arrival } }];
}

/** A scope that is itself an activity has boundary events under the same key; they outlive the interruption. */
const isStart = (view: View, elementId: string): boolean =>
  placeOf(view, elementId).node.type === 'startEvent';

/** Each firing of a cycle has a key of its own, as has each subscription: one key happens at most once. */
function nextTimer(view: View, { elementId, attachedTo, ...timer }: PendingTimer): Step[] {
  const due = nextFiring({ elementId, ...timer }, view.context.timeZone);
  return due ? timerScheduled(nextKey(view, elementId), { elementId, ...due, attachedTo: attachedTo! }) : [];
}

const nextSubscription = (view: View, subscription: OpenSubscription): Step[] =>
  subscriptionOpened(nextKey(view, subscription.elementId), subscription);

const nextKey = (view: View, elementId: string): ElementInstanceKey =>
  keyOf(elementId, view.state.counter + 1);
