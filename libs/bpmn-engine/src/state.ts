import type { Instant, Json, JsonObject } from '@wuqing/kernel';
import type { EngineFlags } from './context.js';
import type { DeferrableCommand, ElementInstanceKey } from './command.js';

export type ProcessInstanceStatus = 'created' | 'running' | 'completed' | 'terminated';

export interface ElementInstance {
  readonly elementId: string;
  /** Key of the instance of the enclosing scope. */
  readonly scope: ElementInstanceKey;
  /** Of a looped activity as a whole; its members run in its scope and bear the same element id. */
  readonly loop?: LoopState;
  /** Of a member of a looped activity: its number, from 1. */
  readonly member?: number;
  /** Of an ad-hoc sub-process in sequence: ids of the elements that begin when what runs has ended. */
  readonly pending?: readonly string[];
}

/** How far a loop has come. Members are numbered from 1; a standard loop has no `size`. */
export interface LoopState {
  /** The highest number given, once the members are counted. */
  readonly size?: number;
  /** The highest number started. */
  readonly started?: number;
  readonly completed?: number;
  readonly terminated?: number;
  /** Numbers of members that an operator took out; they count nowhere. */
  readonly removed?: readonly number[];
  /** The items of the members still to come, from `started` + 1 on. */
  readonly items?: readonly Json[];
}

/** What is left of a `cycle` (R[n]/duration) after the next firing. */
export interface TimerRepeat {
  /** ISO 8601 duration between two firings. */
  readonly every: string;
  /** Firings after the next one; absent = without end. */
  readonly left?: number;
}

export interface PendingTimer {
  readonly elementId: string;
  readonly dueAt: Instant;
  /** The activity of a boundary event, or the scope of an event sub-process. */
  readonly attachedTo?: ElementInstanceKey;
  readonly repeat?: TimerRepeat;
}

export interface OpenSubscription {
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly attachedTo?: ElementInstanceKey;
}

export interface SignalWait {
  readonly elementId: string;
  readonly signalName: string;
  readonly attachedTo?: ElementInstanceKey;
}

/** A conditional event that waits; it happens when its condition becomes true. */
export interface ConditionWait {
  readonly elementId: string;
  readonly attachedTo?: ElementInstanceKey;
  /** The condition was true when it was last asked: it must become false before it can happen again. */
  readonly holds?: true;
}

/** A completed activity that can be undone; its variables stay under its key. */
export interface CompletedActivity {
  readonly key: ElementInstanceKey;
  readonly elementId: string;
  readonly scope: ElementInstanceKey;
}

/**
 * Where `ResolveIncident` takes up the work again: entering (inputs, guards, boundary events and the element's own
 * work), the element's own work alone, its outputs, the choice of its outgoing flows; `release` lets a starving join
 * go on with the tokens that have come, which only an operator may decide.
 */
export type RetryPoint = 'enter' | 'perform' | 'complete' | 'leave' | 'release';

/** Keyed by the element instance that is stuck; the process itself where its own scope is. */
export interface Incident {
  readonly elementId: string;
  readonly code: string;
  readonly message: string;
  readonly retry: RetryPoint;
  /** The element that a `ReturnToStep` or an event sub-process was on the way to. */
  readonly goal?: string;
  /** What the element would wait for had happened already, and what came with it. */
  readonly triggered?: true;
  readonly variables?: JsonObject;
}

export interface Suspension {
  readonly at: Instant;
  readonly timers: Readonly<Record<ElementInstanceKey, PendingTimer>>;
  /** In the order in which they came. */
  readonly deferred?: readonly DeferrableCommand[];
}

/**
 * Where a process instance stands: plain JSON, small (≤ 2 kB for a seven-step case without variables), built only by
 * `evolve`. Records are keyed by element instance key; finished instances leave no trace here but in `executed`.
 */
export interface ProcessInstanceState {
  readonly status: ProcessInstanceStatus;
  readonly flags: EngineFlags;
  readonly counter: number;
  /** Running elements; the process itself is `<process key>#0`. */
  readonly instances: Readonly<Record<ElementInstanceKey, ElementInstance>>;
  /** Variables by the instance key of the scope (process, sub-process, or element with inputs) that owns them. */
  readonly variables: Readonly<Record<ElementInstanceKey, JsonObject>>;
  /** Tokens that wait at joins: `<scope key>/<gateway id>` → flow id → number. */
  readonly joins: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly timers: Readonly<Record<ElementInstanceKey, PendingTimer>>;
  readonly subscriptions: Readonly<Record<ElementInstanceKey, OpenSubscription>>;
  /** Element instance key of a service task → its type. */
  readonly services: Readonly<Record<ElementInstanceKey, string>>;
  readonly userTasks: readonly ElementInstanceKey[];
  readonly incidents: Readonly<Record<ElementInstanceKey, Incident>>;
  /** These four are absent while they are empty. */
  readonly signals?: Readonly<Record<ElementInstanceKey, SignalWait>>;
  readonly conditions?: Readonly<Record<ElementInstanceKey, ConditionWait>>;
  /** In order of completion. */
  readonly completed?: readonly CompletedActivity[];
  /**
   * Who undoes (a compensation or cancel event, or a completed sub-process that was opened again) → the activities that
   * it undoes, one after the other. It is the scope in which their handlers run.
   */
  readonly compensations?: Readonly<Record<ElementInstanceKey, readonly ElementInstanceKey[]>>;
  /** Ids of user tasks that were completed in this instance, in order of first completion: where one may return to. */
  readonly executed: readonly string[];
  /** While an operator has it stand still; its timers are kept here meanwhile. */
  readonly suspended?: Suspension;
}
