import type { Instant, JsonObject } from '@wuqing/kernel';
import type { ElementInstanceKey } from './command.js';

/** The values of a node's extension expressions at the moment its user task opened. */
export interface ExtensionValues {
  readonly name: string;
  /** Index of the extension in `node.extensions`. */
  readonly index: number;
  readonly values: JsonObject;
}

export interface OpenUserTask {
  readonly type: 'OpenUserTask';
  readonly userTask: ElementInstanceKey;
  readonly elementId: string;
  readonly name: string;
  readonly formKey?: string;
  readonly assignee?: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly extensions: readonly ExtensionValues[];
}

export interface CloseUserTask {
  readonly type: 'CloseUserTask';
  readonly userTask: ElementInstanceKey;
  readonly how: 'completed' | 'canceled';
}

export interface ScheduleTimer {
  readonly type: 'ScheduleTimer';
  readonly timer: ElementInstanceKey;
  readonly elementId: string;
  readonly dueAt: Instant;
}

export interface CancelTimer {
  readonly type: 'CancelTimer';
  readonly timer: ElementInstanceKey;
}

export interface OpenMessageSubscription {
  readonly type: 'OpenMessageSubscription';
  readonly subscription: ElementInstanceKey;
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
}

export interface CloseMessageSubscription {
  readonly type: 'CloseMessageSubscription';
  readonly subscription: ElementInstanceKey;
}

export interface OpenSignalSubscription {
  readonly type: 'OpenSignalSubscription';
  readonly subscription: ElementInstanceKey;
  readonly elementId: string;
  readonly signalName: string;
}

export interface CloseSignalSubscription {
  readonly type: 'CloseSignalSubscription';
  readonly subscription: ElementInstanceKey;
}

/** A message leaves; `messageId` is unique within the instance, so that a retry publishes it once. */
export interface PublishMessage {
  readonly type: 'PublishMessage';
  readonly messageName: string;
  readonly correlationKey: string;
  readonly messageId: ElementInstanceKey;
  readonly timeToLiveMs: number;
  /** The mapped inputs and nothing else. */
  readonly variables: JsonObject;
}

/** A signal goes to all who wait for it now: each gets a `TriggerSignal` of its own. */
export interface BroadcastSignal {
  readonly type: 'BroadcastSignal';
  readonly signalName: string;
  readonly signalId: ElementInstanceKey;
  /** The mapped inputs and nothing else. */
  readonly variables: JsonObject;
  /** Who waits in this instance has been told; absent of an instance started before `own-signals-at-once`: nobody has. */
  readonly toldAtHome?: true;
}

export interface InvokeServiceTask {
  readonly type: 'InvokeServiceTask';
  readonly serviceTask: ElementInstanceKey;
  readonly elementId: string;
  readonly taskType: string;
  readonly retries: number;
  /** The mapped inputs and nothing else. */
  readonly inputs: JsonObject;
}

export interface CancelServiceTask {
  readonly type: 'CancelServiceTask';
  readonly serviceTask: ElementInstanceKey;
}

/**
 * A wish. The engine never performs it; the journal's transaction and the workflow do. What the command itself ended
 * (the timer that was triggered, the subscription that was correlated, the service that answered or failed) gets no
 * closing effect, and its key never comes back: a cycle or a message that may come again opens under a new key.
 */
export type Effect =
  | OpenUserTask
  | CloseUserTask
  | ScheduleTimer
  | CancelTimer
  | OpenMessageSubscription
  | CloseMessageSubscription
  | OpenSignalSubscription
  | CloseSignalSubscription
  | PublishMessage
  | BroadcastSignal
  | InvokeServiceTask
  | CancelServiceTask;
