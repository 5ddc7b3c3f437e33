import {
  durationIn,
  parseIsoDuration,
  plusDuration,
  readTimer,
  type CatchDefinition,
  type ConditionalDefinition,
  type TimerDefinition,
} from '@wuqing/bpmn-model';
import { ok, type Instant, type Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { textOf, valueOf } from '../variables/evaluate-in-scope.js';
import type { ConditionWait, OpenSubscription, PendingTimer, SignalWait, TimerRepeat } from '../state.js';
import { fault, type Fault, type Step } from '../step.js';
import type { Place, View } from '../view.js';
import { countable, hasPassed } from './overdue.js';

/** Who waits: the catching element, under which key, on whose behalf, and in which scope its expressions are read. */
export interface Waiting {
  readonly place: Place;
  readonly definition: CatchDefinition;
  readonly key: ElementInstanceKey;
  /** The activity of a boundary event or the scope of an event sub-process; it may end without this ever firing. */
  readonly attachedTo?: ElementInstanceKey;
  readonly readsIn: ElementInstanceKey;
  /** Whether it may fire more than once (non-interrupting). */
  readonly recurs: boolean;
}

/** The steps by which an event begins to wait: a timer is scheduled, a subscription opened, a condition noted. */
export function waitFor(view: View, waiting: Waiting): Result<Step[], Fault> {
  const { definition } = waiting;
  switch (definition.kind) {
    case 'timer':
      return waitForTimer(view, waiting, definition);
    case 'message':
      return waitForMessage(view, waiting, definition.message);
    case 'signal':
      return waitForSignal(waiting, definition.signal);
    case 'conditional':
      return waitForCondition(view, waiting, definition);
  }
}

function waitForTimer(view: View, waiting: Waiting, definition: TimerDefinition): Result<Step[], Fault> {
  const text = textOf(view, definition.value, waiting.readsIn);
  if (!text.ok) return text;
  const due = dueOf(view, definition.timer, text.value, waiting.recurs);
  if (!due)
    return fault(
      'timer',
      `Expected a ${definition.timer} timer of ${waiting.place.elementId}, found "${text.value}"`,
    );
  const { place, key, attachedTo } = waiting;
  return ok(timerScheduled(key, { elementId: place.elementId, ...due, ...(attachedTo && { attachedTo }) }));
}

export interface Due {
  readonly dueAt: Instant;
  readonly repeat?: TimerRepeat;
}

/** When a timer with this text is due, counted from now; undefined where it says no moment that can be planned. */
export function dueOf(
  view: View,
  kind: TimerDefinition['timer'],
  text: string,
  recurs: boolean,
): Due | undefined {
  const { now, timeZone } = view.context;
  if (kind === 'cycle' && !recurs) return undefined;
  // It fires now, as a date in the past does, and a cycle once.
  if (hasPassed(view, durationIn(kind, text))) return { dueAt: now };
  const said = readTimer(kind, countable(view, text), timeZone);
  if (!said) return undefined;
  if (said.kind === 'date') return { dueAt: said.at };
  if (said.kind === 'duration') return { dueAt: plusDuration(now, said.duration, timeZone) };
  const repeat = repeatOf(said.every, said.times);
  return { dueAt: plusDuration(now, said.period, timeZone), ...(repeat && { repeat }) };
}

function repeatOf(every: string, times: number | undefined): TimerRepeat | undefined {
  if (times === undefined) return { every };
  return times > 1 ? { every, left: times - 1 } : undefined;
}

function waitForMessage(view: View, waiting: Waiting, messageId: string): Result<Step[], Fault> {
  const { place, key, attachedTo, readsIn } = waiting;
  const message = place.process.messages[messageId];
  if (!message) return fault('message', `Expected a message ${messageId} in process ${place.process.key}`);
  const correlationKey = message.correlationKey ? textOf(view, message.correlationKey, readsIn) : ok('');
  if (!correlationKey.ok) return correlationKey;
  return ok(
    subscriptionOpened(key, {
      elementId: place.elementId,
      messageName: message.name,
      correlationKey: correlationKey.value,
      ...(attachedTo && { attachedTo }),
    }),
  );
}

function waitForSignal({ place, key, attachedTo }: Waiting, signalId: string): Result<Step[], Fault> {
  const signal = place.process.signals?.[signalId];
  if (!signal) return fault('signal', `Expected a signal ${signalId} in process ${place.process.key}`);
  const wait = { elementId: place.elementId, signalName: signal.name, ...(attachedTo && { attachedTo }) };
  return ok(signalAwaited(key, wait));
}

/** It is asked when all else is quiet; here only whether it can be asked at all. */
function waitForCondition(
  view: View,
  { place, key, attachedTo, readsIn }: Waiting,
  { condition }: ConditionalDefinition,
): Result<Step[], Fault> {
  const value = valueOf(view, condition, readsIn);
  if (!value.ok) return value;
  return ok(conditionAwaited(key, { elementId: place.elementId, ...(attachedTo && { attachedTo }) }));
}

export const conditionAwaited = (key: ElementInstanceKey, wait: ConditionWait): Step[] => [
  { event: { type: 'ConditionAwaited', key, ...wait } },
];

export const signalAwaited = (key: ElementInstanceKey, wait: SignalWait): Step[] => {
  const { elementId, signalName } = wait;
  return [
    { event: { type: 'SignalSubscriptionOpened', key, ...wait } },
    { effect: { type: 'OpenSignalSubscription', subscription: key, elementId, signalName } },
  ];
};

export const timerScheduled = (key: ElementInstanceKey, timer: PendingTimer): Step[] => [
  { event: { type: 'TimerScheduled', key, ...timer } },
  { effect: { type: 'ScheduleTimer', timer: key, elementId: timer.elementId, dueAt: timer.dueAt } },
];

export const subscriptionOpened = (key: ElementInstanceKey, subscription: OpenSubscription): Step[] => {
  const { attachedTo, ...opened } = subscription;
  return [
    { event: { type: 'MessageSubscriptionOpened', key, ...opened, ...(attachedTo && { attachedTo }) } },
    { effect: { type: 'OpenMessageSubscription', subscription: key, ...opened } },
  ];
};

/** The next firing of a cycle, counted from the firing that was due, so that lateness does not add up. */
export function nextFiring({ dueAt, repeat }: PendingTimer, timeZone: string): Due | undefined {
  const duration = repeat && parseIsoDuration(repeat.every);
  if (!duration) return undefined;
  const left = repeat.left === undefined ? undefined : repeat.left - 1;
  const rest: TimerRepeat | undefined =
    left === undefined ? repeat : left > 0 ? { every: repeat.every, left } : undefined;
  return { dueAt: plusDuration(dueAt, duration, timeZone), ...(rest && { repeat: rest }) };
}
