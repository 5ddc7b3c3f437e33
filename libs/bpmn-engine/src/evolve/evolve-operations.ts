import { instant, type Instant } from '@wuqing/kernel';
import type { EngineEvent } from '../engine-event.js';
import { drop } from './record.js';
import type { PendingTimer, ProcessInstanceState } from '../state.js';

type State = ProcessInstanceState;
type OperationType =
  | 'ElementSkipped'
  | 'ProcessInstanceSuspended'
  | 'ProcessInstanceResumed'
  | 'CommandDeferred'
  | 'DeferredCommandRefused'
  | 'ProcessInstanceModified';
type Applier<T extends OperationType> = (state: State, event: Extract<EngineEvent, { type: T }>) => State;

const unchanged = (state: State): State => state;

/** The part of `evolve` for what operators do. */
export const operationAppliers: { readonly [T in OperationType]: Applier<T> } = {
  ElementSkipped: (state, { key }) => ({
    ...state,
    services: drop(state.services, key),
    userTasks: state.userTasks.filter((each) => each !== key),
  }),
  ProcessInstanceSuspended: (state, { at }) => ({
    ...state,
    timers: {},
    suspended: { at, timers: state.timers },
  }),
  ProcessInstanceResumed: ({ suspended, ...state }, { at }) => ({
    ...state,
    timers: suspended ? resumedTimers(suspended.timers, suspended.at, at) : state.timers,
  }),
  CommandDeferred: (state, { command }) => ({
    ...state,
    ...(state.suspended && {
      suspended: { ...state.suspended, deferred: [...(state.suspended.deferred ?? []), command] },
    }),
  }),
  DeferredCommandRefused: unchanged,
  ProcessInstanceModified: unchanged,
};

/** Each timer is due what was left of it after `resumed`; one that was overdue already is due at once. */
export const resumedTimers = (
  timers: Readonly<Record<string, PendingTimer>>,
  suspended: Instant,
  resumed: Instant,
): Readonly<Record<string, PendingTimer>> =>
  Object.fromEntries(
    Object.entries(timers).map(([key, timer]) => [
      key,
      { ...timer, dueAt: instant(resumed + Math.max(0, timer.dueAt - suspended)) },
    ]),
  );
