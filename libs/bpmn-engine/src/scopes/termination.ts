import type { ElementInstanceKey } from '../command.js';
import { bySerial } from '../element-instance-key.js';
import type { Step } from '../step.js';
import { elementIdIn, placeOf, runningIn, type View } from '../view.js';

/** Ends a visit with all that runs inside it and all that waits on its behalf. */
export const terminate = (view: View, key: ElementInstanceKey): Step[] => [
  ...terminateInside(view, key),
  ...closeAttachedTo(view, key),
  ...closeOwn(view, key),
  { event: { type: 'ElementTerminated', key, elementId: elementIdIn(view, key) } },
];

/** Ends all that runs in a scope, and the tokens that wait at its joins, but neither the scope nor its own events. */
export const terminateInside = (
  view: View,
  scope: ElementInstanceKey,
  except?: ElementInstanceKey,
): Step[] => [
  ...runningIn(view, scope)
    .filter((key) => key !== except)
    .flatMap((key) => terminate(view, key)),
  ...discardJoinTokens(view, scope),
];

/** Ends all that runs in a scope for good: its event sub-processes begin no more, while its boundary events still wait. */
export const emptyScope = (view: View, scope: ElementInstanceKey, except?: ElementInstanceKey): Step[] => [
  ...terminateInside(view, scope, except),
  ...closeAttachedTo(view, scope, (elementId) => placeOf(view, elementId).node.type === 'startEvent'),
];

function discardJoinTokens({ state }: View, scope: ElementInstanceKey): Step[] {
  const prefix = `${scope}/`;
  return Object.keys(state.joins)
    .filter((join) => join.startsWith(prefix))
    .sort()
    .map((join) => {
      const flowIds = Object.entries(state.joins[join]!)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([flowId, tokens]) => Array.from({ length: tokens }, () => flowId));
      return { event: { type: 'JoinTokensConsumed', elementId: join.slice(prefix.length), flowIds, scope } };
    });
}

/** Closes timers, subscriptions and conditions that wait on behalf of `key`, or those of them whose element is `which`. */
export function closeAttachedTo(
  { state }: View,
  key: ElementInstanceKey,
  which: (elementId: string) => boolean = () => true,
): Step[] {
  const isMeant = (waiting: {
    readonly attachedTo?: ElementInstanceKey;
    readonly elementId: string;
  }): boolean => waiting.attachedTo === key && which(waiting.elementId);
  const steps: Step[] = [];
  for (const timer of keysWhere(state.timers, isMeant)) steps.push(...closeTimer(timer));
  for (const subscription of keysWhere(state.subscriptions, isMeant))
    steps.push(...closeSubscription(subscription));
  for (const signal of keysWhere(state.signals ?? {}, isMeant)) steps.push(...closeSignal(signal));
  for (const condition of keysWhere(state.conditions ?? {}, isMeant))
    steps.push(...closeCondition(condition));
  return steps;
}

/** Closes what the element itself has open under its own key. */
export function closeOwn({ state }: View, key: ElementInstanceKey): Step[] {
  if (state.timers[key]) return closeTimer(key);
  if (state.subscriptions[key]) return closeSubscription(key);
  if (state.signals?.[key]) return closeSignal(key);
  if (state.conditions?.[key]) return closeCondition(key);
  if (state.services[key] !== undefined) return [{ effect: { type: 'CancelServiceTask', serviceTask: key } }];
  return state.userTasks.includes(key)
    ? [{ effect: { type: 'CloseUserTask', userTask: key, how: 'canceled' } }]
    : [];
}

const closeTimer = (key: ElementInstanceKey): Step[] => [
  { event: { type: 'TimerCanceled', key } },
  { effect: { type: 'CancelTimer', timer: key } },
];

const closeSubscription = (key: ElementInstanceKey): Step[] => [
  { event: { type: 'MessageSubscriptionClosed', key } },
  { effect: { type: 'CloseMessageSubscription', subscription: key } },
];

const closeSignal = (key: ElementInstanceKey): Step[] => [
  { event: { type: 'SignalSubscriptionClosed', key } },
  { effect: { type: 'CloseSignalSubscription', subscription: key } },
];

const closeCondition = (key: ElementInstanceKey): Step[] => [{ event: { type: 'ConditionClosed', key } }];

function keysWhere<T>(
  record: Readonly<Record<ElementInstanceKey, T>>,
  holds: (value: T) => boolean,
): ElementInstanceKey[] {
  const keys: ElementInstanceKey[] = [];
  for (const key in record) if (holds(record[key]!)) keys.push(key);
  return keys.length > 1 ? keys.sort(bySerial) : keys;
}

/** The incident of a scope that goes on in another way; those of terminated elements end with them. */
export const dropIncidentOf = ({ state }: View, key: ElementInstanceKey): Step[] =>
  state.incidents[key] ? [{ event: { type: 'IncidentResolved', key } }] : [];
