import type { CatchingEvent } from '../catching-event.js';
import type { ElementInstanceKey } from '../command.js';
import { serialOf } from '../element-instance-key.js';
import { drop, isEmpty, put } from './record.js';
import type { CompletedActivity, ProcessInstanceState } from '../state.js';

type State = ProcessInstanceState;
type Applier<T extends CatchingEvent['type']> = (
  state: State,
  event: Extract<CatchingEvent, { type: T }>,
) => State;

const unchanged = (state: State): State => state;

/** The part of `evolve` for signals, conditions, errors, escalations and compensation. */
export const catchingAppliers: { readonly [T in CatchingEvent['type']]: Applier<T> } = {
  MessagePublished: unchanged,
  SignalBroadcast: unchanged,
  SignalSubscriptionOpened: (state, { key, elementId, signalName, attachedTo }) => ({
    ...counted(state, key),
    signals: put(state.signals ?? {}, key, { elementId, signalName, ...(attachedTo && { attachedTo }) }),
  }),
  SignalReceived: (state, { key }) => without(state, 'signals', key),
  SignalSubscriptionClosed: (state, { key }) => without(state, 'signals', key),
  ConditionAwaited: (state, { key, elementId, attachedTo, holds }) => ({
    ...counted(state, key),
    conditions: put(state.conditions ?? {}, key, {
      elementId,
      ...(attachedTo && { attachedTo }),
      ...(holds && { holds }),
    }),
  }),
  ConditionMet: (state, { key }) => without(state, 'conditions', key),
  ConditionLapsed: (state, { key }) => {
    const { holds: _, ...waiting } = state.conditions![key]!;
    return { ...state, conditions: put(state.conditions!, key, waiting) };
  },
  ConditionClosed: (state, { key }) => without(state, 'conditions', key),
  // A service that answered with an error is over: a late answer of another kind is refused.
  ErrorThrown: (state, { key }) => ({ ...state, services: drop(state.services, key) }),
  EscalationThrown: unchanged,
  CompensationRegistered: (state, { key, elementId, scope }) => ({
    ...state,
    completed: [...(state.completed ?? []), { key, elementId, scope }],
  }),
  CompensationTriggered: (state, { key, activities }) => ({
    ...state,
    compensations: put(state.compensations ?? {}, key, activities),
  }),
  CompensationStarted: (state, { activity }) => forgetCompleted(state, ({ key }) => key === activity),
  CompensationScopeReopened: (state, { key, activity }) => {
    const inside = (state.completed ?? []).map((item) =>
      item.scope === activity ? { ...item, scope: key } : item,
    );
    return forgetCompleted({ ...state, completed: inside }, (item) => item.key === activity);
  },
};

const counted = (state: State, key: ElementInstanceKey): State => ({
  ...state,
  counter: Math.max(state.counter, serialOf(key)),
});

/** The optional record without this key; an empty one is absent. */
function without(
  state: State,
  name: 'signals' | 'conditions' | 'compensations',
  key: ElementInstanceKey,
): State {
  const { [name]: record = {}, ...others } = state;
  if (!Object.hasOwn(record, key)) return state;
  const left: Readonly<Record<string, unknown>> = drop<unknown>(record, key);
  return isEmpty(left) ? others : { ...state, [name]: left };
}

/**
 * What an element leaves behind when it ends: its variables and what can be undone inside it go with it, unless it was
 * registered to be undone itself.
 */
export function forgetCompensation(state: State, key: ElementInstanceKey): State {
  const rest = state.compensations ? without(state, 'compensations', key) : state;
  const { completed } = rest;
  if (completed?.some((item) => item.key === key)) return rest;
  const left = completed ? forgetCompleted(rest, ({ scope }) => scope === key) : rest;
  const variables = drop(left.variables, key);
  return variables === left.variables ? left : { ...left, variables };
}

/** Without these activities, all that was completed inside them, and the variables kept for them. */
function forgetCompleted(state: State, isMeant: (item: CompletedActivity) => boolean): State {
  const { completed = [], ...others } = state;
  const gone = new Set(completed.filter(isMeant).map(({ key }) => key));
  if (gone.size === 0) return state;
  for (let before = 0; before < gone.size;) {
    before = gone.size;
    for (const { key, scope } of completed) if (gone.has(scope)) gone.add(key);
  }
  const left = completed.filter(({ key }) => !gone.has(key));
  const variables = [...gone].reduce((kept, key) => drop(kept, key), state.variables);
  return left.length === 0 ? { ...others, variables } : { ...state, variables, completed: left };
}

/** Nothing is undone in an instance that has ended. */
export function withoutCompensation(state: State): State {
  const { compensations: _, suspended: __, ...rest } = forgetCompleted(state, () => true);
  return state.compensations || state.completed || state.suspended ? rest : state;
}
