import type { Instant, Json, JsonObject } from '@wuqing/kernel';
import type { CatchingEvent } from './catching-event.js';
import type { EngineFlags } from './context.js';
import type { DeferrableCommand, ElementInstanceKey } from './command.js';
import type { RetryPoint, TimerRepeat } from './state.js';

/** What happened, in the past tense. `evolve` alone turns it into state; a journal entry is a list of these. */
export type EngineEvent =
  | CatchingEvent
  | {
      readonly type: 'ProcessInstanceStarted';
      readonly processKey: string;
      readonly at: Instant;
      readonly flags: EngineFlags;
    }
  | {
      readonly type: 'ElementActivated';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly scope: ElementInstanceKey;
      /** A looped activity as a whole. */
      readonly loop?: true;
      /** A member of the looped activity that `scope` names. */
      readonly member?: number;
    }
  | { readonly type: 'ElementCompleted'; readonly key: ElementInstanceKey; readonly elementId: string }
  | { readonly type: 'ElementTerminated'; readonly key: ElementInstanceKey; readonly elementId: string }
  | { readonly type: 'SequenceFlowTaken'; readonly flowId: string; readonly scope: ElementInstanceKey }
  /** A token waits at a join; `JoinTokensConsumed` takes one of each named flow, and the join is activated. */
  | {
      readonly type: 'JoinTokenArrived';
      readonly elementId: string;
      readonly flowId: string;
      readonly scope: ElementInstanceKey;
    }
  | {
      readonly type: 'JoinTokensConsumed';
      readonly elementId: string;
      readonly flowIds: readonly string[];
      readonly scope: ElementInstanceKey;
    }
  | { readonly type: 'VariablesSet'; readonly scope: ElementInstanceKey; readonly values: JsonObject }
  | { readonly type: 'UserTaskCreated'; readonly key: ElementInstanceKey }
  | { readonly type: 'UserTaskCompleted'; readonly key: ElementInstanceKey }
  | {
      readonly type: 'TimerScheduled';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly dueAt: Instant;
      readonly attachedTo?: ElementInstanceKey;
      readonly repeat?: TimerRepeat;
    }
  | { readonly type: 'TimerTriggered'; readonly key: ElementInstanceKey }
  | { readonly type: 'TimerCanceled'; readonly key: ElementInstanceKey }
  | {
      readonly type: 'MessageSubscriptionOpened';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly messageName: string;
      readonly correlationKey: string;
      readonly attachedTo?: ElementInstanceKey;
    }
  | { readonly type: 'MessageCorrelated'; readonly key: ElementInstanceKey }
  | { readonly type: 'MessageSubscriptionClosed'; readonly key: ElementInstanceKey }
  | { readonly type: 'ServiceTaskInvoked'; readonly key: ElementInstanceKey; readonly taskType: string }
  | { readonly type: 'ServiceTaskCompleted'; readonly key: ElementInstanceKey }
  | {
      readonly type: 'IncidentRaised';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly code: string;
      readonly message: string;
      readonly retry: RetryPoint;
      readonly goal?: string;
      readonly triggered?: true;
      readonly variables?: JsonObject;
    }
  | { readonly type: 'IncidentResolved'; readonly key: ElementInstanceKey }
  /** The members of a multi-instance are counted. */
  | {
      readonly type: 'LoopOpened';
      readonly key: ElementInstanceKey;
      readonly size: number;
      readonly items?: readonly Json[];
    }
  | {
      readonly type: 'LoopMemberAdded';
      readonly key: ElementInstanceKey;
      readonly number: number;
      readonly item?: Json;
      readonly reason: string;
    }
  | {
      readonly type: 'LoopMemberRemoved';
      readonly key: ElementInstanceKey;
      readonly number: number;
      readonly reason: string;
    }
  /** What member `number` brings takes its place in the list `name` of the loop's own variables. */
  | {
      readonly type: 'LoopOutputCollected';
      readonly key: ElementInstanceKey;
      readonly name: string;
      readonly number: number;
      readonly value: Json;
    }
  /** Elements of an ad-hoc sub-process that begin one after the other. */
  | {
      readonly type: 'AdHocElementsQueued';
      readonly key: ElementInstanceKey;
      readonly elementIds: readonly string[];
    }
  | {
      readonly type: 'ElementSkipped';
      readonly key: ElementInstanceKey;
      readonly elementId: string;
      readonly reason: string;
    }
  | { readonly type: 'ProcessInstanceSuspended'; readonly at: Instant; readonly reason: string }
  /** Timers are due their remainder after `at`. */
  | { readonly type: 'ProcessInstanceResumed'; readonly at: Instant; readonly reason: string }
  /** What a service or a sender said while the instance stood still; it is carried out when it goes on. */
  | { readonly type: 'CommandDeferred'; readonly command: DeferrableCommand }
  /** What had been put off could no longer be carried out. */
  | { readonly type: 'DeferredCommandRefused'; readonly command: DeferrableCommand; readonly message: string }
  | {
      readonly type: 'ProcessInstanceModified';
      readonly activated: readonly string[];
      readonly terminated: readonly ElementInstanceKey[];
      readonly reason: string;
    }
  /** Ids in the state become those of the new version; what was executed and is gone there is forgotten. */
  | {
      readonly type: 'ProcessInstanceMigrated';
      readonly at: Instant;
      readonly elements: Readonly<Record<string, string>>;
      readonly flows: Readonly<Record<string, string>>;
      readonly forgotten: readonly string[];
      readonly reason: string;
    }
  | { readonly type: 'ElementMoved'; readonly key: ElementInstanceKey; readonly scope: ElementInstanceKey }
  | { readonly type: 'StepReturned'; readonly target: string; readonly reason: string }
  | { readonly type: 'ProcessInstanceCompleted'; readonly at: Instant }
  | { readonly type: 'ProcessInstanceTerminated'; readonly at: Instant; readonly reason: string };
