import { assert, missing } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { serialOf } from '../element-instance-key.js';
import type { EngineEvent } from '../engine-event.js';
import {
  elementsQueued,
  loopOpened,
  memberAdded,
  memberEnded,
  memberRemoved,
  memberStarted,
  queuedStarted,
  withOutput,
} from './evolve-loop.js';
import { migrationAppliers } from './evolve-migration.js';
import { operationAppliers } from './evolve-operations.js';
import { statusAfter } from './lifecycle.js';
import { catchingAppliers, forgetCompensation, withoutCompensation } from './evolve-catching.js';
import { changed, drop, isEmpty, owning, put, type OwnCopies } from './record.js';
import type { ElementInstance, ProcessInstanceState } from '../state.js';

type State = ProcessInstanceState;
type EventOf<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>;

/** The state before the first entry of the journal. */
export const initialState = (): State => ({
  status: 'created',
  flags: [],
  counter: 0,
  instances: {},
  variables: {},
  joins: {},
  timers: {},
  subscriptions: {},
  services: {},
  userTasks: [],
  incidents: {},
  executed: [],
});

/**
 * The state after `event`, and the only function that builds a new one. It copies what changes and shares the rest.
 * An event that cannot follow this state (`lifecycle`, or about an element that does not run) is a bug and throws.
 */
export function evolve(state: State, event: EngineEvent): State {
  const status = statusAfter(state.status, event.type);
  const apply = appliers[event.type] as (state: State, event: EngineEvent) => State;
  const next = apply(state, event);
  return status === state.status ? next : changed(next, { status });
}

/** The state after all of these: the same as by `evolve`, one after the other, without a copy for each. */
export function evolveAll(state: State, events: readonly EngineEvent[]): State {
  return owning(new Set(), () => events.reduce(evolve, state));
}

/** `evolve` for a turn, which alone sees the states in between; `copies` are what it has made so far. */
export const evolveOwning = (copies: OwnCopies, state: State, event: EngineEvent): State =>
  owning(copies, () => evolve(state, event));

const unchanged = (state: State): State => state;

const appliers: { readonly [T in EngineEvent['type']]: (state: State, event: EventOf<T>) => State } = {
  ProcessInstanceStarted: (state, { flags }) => changed(state, { flags }),
  ElementActivated: (state, { key, elementId, scope, loop, member }) =>
    changed(state, {
      counter: counterAfter(state, key),
      instances: put(
        member === undefined
          ? queuedStarted(state.instances, scope, elementId)
          : memberStarted(state.instances, scope, member),
        key,
        loop || member !== undefined
          ? { elementId, scope, ...(loop && { loop: {} }), ...(member !== undefined && { member }) }
          : { elementId, scope },
      ),
    }),
  ElementCompleted: (state, { key }) => forget(state, key, 'completed'),
  ElementTerminated: (state, { key }) => forget(state, key, 'terminated'),
  SequenceFlowTaken: unchanged,
  JoinTokenArrived: (state, { scope, elementId, flowId }) => {
    const join = joinKey(scope, elementId);
    const tokens = state.joins[join] ?? {};
    return changed(state, {
      joins: put(state.joins, join, put(tokens, flowId, (tokens[flowId] ?? 0) + 1)),
    });
  },
  JoinTokensConsumed: (state, { scope, elementId, flowIds }) => {
    const join = joinKey(scope, elementId);
    const left = flowIds.reduce(takeToken, state.joins[join] ?? {});
    return changed(state, {
      joins: isEmpty(left) ? drop(state.joins, join) : put(state.joins, join, left),
    });
  },
  VariablesSet: (state, { scope, values }) =>
    changed(state, {
      variables: put(state.variables, scope, { ...state.variables[scope], ...values }),
    }),
  UserTaskCreated: (state, { key }) => changed(state, { userTasks: [...state.userTasks, key] }),
  UserTaskCompleted: (state, { key }) =>
    changed(state, {
      userTasks: without(state.userTasks, key),
      executed: withExecuted(state.executed, instanceOf(state, key).elementId),
    }),
  TimerScheduled: (state, { key, elementId, dueAt, attachedTo, repeat }) =>
    changed(state, {
      counter: counterAfter(state, key),
      timers: put(state.timers, key, {
        elementId,
        dueAt,
        ...(attachedTo && { attachedTo }),
        ...(repeat && { repeat }),
      }),
    }),
  TimerTriggered: (state, { key }) => changed(state, { timers: drop(state.timers, key) }),
  TimerCanceled: (state, { key }) => changed(state, { timers: drop(state.timers, key) }),
  MessageSubscriptionOpened: (state, { key, elementId, messageName, correlationKey, attachedTo }) =>
    changed(state, {
      counter: counterAfter(state, key),
      subscriptions: put(state.subscriptions, key, {
        elementId,
        messageName,
        correlationKey,
        ...(attachedTo && { attachedTo }),
      }),
    }),
  MessageCorrelated: (state, { key }) => changed(state, { subscriptions: drop(state.subscriptions, key) }),
  MessageSubscriptionClosed: (state, { key }) =>
    changed(state, {
      subscriptions: drop(state.subscriptions, key),
    }),
  ServiceTaskInvoked: (state, { key, taskType }) =>
    changed(state, {
      services: put(state.services, key, taskType),
    }),
  ServiceTaskCompleted: (state, { key }) => changed(state, { services: drop(state.services, key) }),
  // A service that failed is over: its late answer is refused, and `ResolveIncident` invokes it anew.
  IncidentRaised: (state, { key, elementId, code, message, retry, goal, triggered, variables }) =>
    changed(state, {
      services: drop(state.services, key),
      incidents: put(state.incidents, key, {
        elementId,
        code,
        message,
        retry,
        ...(goal && { goal }),
        ...(triggered && { triggered }),
        ...(variables && { variables }),
      }),
    }),
  IncidentResolved: (state, { key }) => changed(state, { incidents: drop(state.incidents, key) }),
  AdHocElementsQueued: (state, event) =>
    changed(state, { instances: elementsQueued(state.instances, event) }),
  LoopOpened: (state, event) => changed(state, { instances: loopOpened(state.instances, event) }),
  LoopMemberAdded: (state, event) => changed(state, { instances: memberAdded(state.instances, event) }),
  LoopMemberRemoved: (state, event) => changed(state, { instances: memberRemoved(state.instances, event) }),
  LoopOutputCollected: (state, { key, name, number, value }) =>
    changed(state, {
      variables: put(state.variables, key, {
        ...state.variables[key],
        [name]: withOutput(state.variables[key]?.[name], number, value),
      }),
    }),
  StepReturned: unchanged,
  ProcessInstanceCompleted: withoutCompensation,
  ProcessInstanceTerminated: withoutCompensation,
  ...catchingAppliers,
  ...operationAppliers,
  ...migrationAppliers,
};

/** Key of a join's waiting tokens in `state.joins`. */
export const joinKey = (scope: ElementInstanceKey, elementId: string): string => `${scope}/${elementId}`;

function forget(before: State, key: ElementInstanceKey, how: 'completed' | 'terminated'): State {
  const instance = instanceOf(before, key);
  const state = forgetCompensation(before, key);
  const instances = drop(state.instances, key);
  return changed(state, {
    instances: instance.member === undefined ? instances : memberEnded(instances, instance, how),
    services: drop(state.services, key),
    incidents: drop(state.incidents, key),
    userTasks: without(state.userTasks, key),
  });
}

const instanceOf = (state: State, key: ElementInstanceKey): ElementInstance =>
  state.instances[key] ?? missing(`${key} to run`);

/** Counters only rise; a catch event's own timer bears the key of its element, which was counted already. */
const counterAfter = (state: State, key: ElementInstanceKey): number =>
  Math.max(state.counter, serialOf(key));

const withExecuted = (executed: readonly string[], elementId: string): readonly string[] =>
  executed.includes(elementId) ? executed : [...executed, elementId];

const without = (
  keys: readonly ElementInstanceKey[],
  key: ElementInstanceKey,
): readonly ElementInstanceKey[] => (keys.includes(key) ? keys.filter((item) => item !== key) : keys);

function takeToken(
  tokens: Readonly<Record<string, number>>,
  flowId: string,
): Readonly<Record<string, number>> {
  const number = tokens[flowId] ?? 0;
  assert(number > 0, `Expected a token that waits on ${flowId}`);
  return number === 1 ? drop(tokens, flowId) : put(tokens, flowId, number - 1);
}
