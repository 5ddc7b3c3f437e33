import type { Json, JsonObject } from '@wuqing/kernel';

/** `elementId#n`, with `n` from the counter in the state: names one visit of one element. */
export type ElementInstanceKey = string;

export interface StartProcessInstance {
  readonly type: 'StartProcessInstance';
  /** Where it begins: one of `startTriggersOf(process)`; absent: the none start event, else the first of another kind. */
  readonly startEvent?: string;
  readonly variables: JsonObject;
  /** Restart from a point: begins at these elements instead of at a start event. */
  readonly startAt?: readonly string[];
}

export interface CompleteUserTask {
  readonly type: 'CompleteUserTask';
  readonly userTask: ElementInstanceKey;
  /** Of the submission, only those that expressions read. */
  readonly variables: JsonObject;
}

export interface TriggerTimer {
  readonly type: 'TriggerTimer';
  readonly timer: ElementInstanceKey;
}

export interface CorrelateMessage {
  readonly type: 'CorrelateMessage';
  readonly subscription: ElementInstanceKey;
  readonly variables: JsonObject;
}

export interface TriggerSignal {
  readonly type: 'TriggerSignal';
  readonly subscription: ElementInstanceKey;
  readonly variables: JsonObject;
}

export interface CompleteServiceTask {
  readonly type: 'CompleteServiceTask';
  readonly serviceTask: ElementInstanceKey;
  readonly variables: JsonObject;
}

/** The service answers with a business error: it is caught by code, else it is an incident `unhandled-error`. */
export interface ThrowServiceError {
  readonly type: 'ThrowServiceError';
  readonly serviceTask: ElementInstanceKey;
  readonly errorCode: string;
  readonly message: string;
  /** Given to the event that catches it. */
  readonly variables: JsonObject;
}

/** The service gave up: an incident on that element, which `ResolveIncident` retries. */
export interface FailServiceTask {
  readonly type: 'FailServiceTask';
  readonly serviceTask: ElementInstanceKey;
  readonly message: string;
}

/**
 * Ends what runs from `target` on and activates `target` again, in the scope that `target` lies in (its parent
 * sub-processes are entered where they do not run). Only an element that was executed in this instance is allowed.
 */
export interface ReturnToStep {
  readonly type: 'ReturnToStep';
  readonly target: string;
  readonly reason: string;
}

/** Takes the work up again where it stopped, with `variables` mended first: each where it is, else outermost. */
export interface ResolveIncident {
  readonly type: 'ResolveIncident';
  readonly incident: ElementInstanceKey;
  readonly variables?: JsonObject;
}

/** Ends one visit without its work, stuck or not, as if it had brought `variables`; its token goes on. */
export interface SkipElement {
  readonly type: 'SkipElement';
  readonly element: ElementInstanceKey;
  readonly reason: string;
  readonly variables?: JsonObject;
}

/** Stands still: timers keep what was left of them, people are refused, what comes from services waits. */
export interface SuspendProcessInstance {
  readonly type: 'SuspendProcessInstance';
  readonly reason: string;
}

export interface ResumeProcessInstance {
  readonly type: 'ResumeProcessInstance';
  readonly reason: string;
}

export interface Activation {
  readonly elementId: string;
  /** The running scope in which it is reached; absent: the innermost that runs around it. */
  readonly scope?: ElementInstanceKey;
  readonly variables?: JsonObject;
}

/** An operator's repair: these visits end, those elements begin, sub-processes in between are entered. */
export interface ModifyProcessInstance {
  readonly type: 'ModifyProcessInstance';
  readonly activate: readonly Activation[];
  readonly terminate: readonly ElementInstanceKey[];
  readonly reason: string;
}

/** What an ad-hoc sub-process does next, in the order in which it stands there. */
export interface ActivateAdHocElements {
  readonly type: 'ActivateAdHocElements';
  readonly adHocSubProcess: ElementInstanceKey;
  readonly elements: readonly string[];
  readonly variables?: JsonObject;
}

/** One member more in a multi-instance that runs (加签): at the end of the list, started at once where all run at once. */
export interface AddMultiInstanceMember {
  readonly type: 'AddMultiInstanceMember';
  /** Key of the looped activity as a whole. */
  readonly multiInstance: ElementInstanceKey;
  /** Its item, where the members have one. */
  readonly item?: Json;
  readonly reason: string;
}

/** Takes a member out of a multi-instance that runs (减签), whether it runs or is still to come; it counts no more. */
export interface RemoveMultiInstanceMember {
  readonly type: 'RemoveMultiInstanceMember';
  readonly multiInstance: ElementInstanceKey;
  /** Its number, from 1 (`loopCounter`). */
  readonly member: number;
  readonly reason: string;
}

export interface CancelProcessInstance {
  readonly type: 'CancelProcessInstance';
  readonly reason: string;
}

/** Goes on by the definition in `context.migrateTo`, another version of the same process. */
export interface MigrateProcessInstance {
  readonly type: 'MigrateProcessInstance';
  /** Old element id → new element id, of those that bear another one. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Whether timers keep their moment or are planned anew by the new version, from now. */
  readonly timers: 'keep' | 'replan';
  readonly reason: string;
}

/** What a suspended instance puts off: answers that their sender gives only once. */
export type DeferrableCommand = Extract<
  Command,
  {
    type:
      'CompleteServiceTask' | 'FailServiceTask' | 'ThrowServiceError' | 'CorrelateMessage' | 'TriggerSignal';
  }
>;

/** What someone wants. `advance` answers with events and effects, or with a `Rejection` that changes nothing. */
export type Command =
  | StartProcessInstance
  | CompleteUserTask
  | TriggerTimer
  | CorrelateMessage
  | TriggerSignal
  | CompleteServiceTask
  | ThrowServiceError
  | FailServiceTask
  | ReturnToStep
  | ResolveIncident
  | SkipElement
  | SuspendProcessInstance
  | ResumeProcessInstance
  | ModifyProcessInstance
  | MigrateProcessInstance
  | ActivateAdHocElements
  | AddMultiInstanceMember
  | RemoveMultiInstanceMember
  | CancelProcessInstance;
