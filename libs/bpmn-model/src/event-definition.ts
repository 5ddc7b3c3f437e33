import type { CompiledExpression } from './compiled-expression.js';

/** When a timer event fires (BPMN 2.0.2 §10.5.5); the value is a FEEL expression or a constant string of ISO 8601. */
export type TimerDefinition = {
  readonly kind: 'timer';
  readonly timer: 'date' | 'duration' | 'cycle';
  readonly value: CompiledExpression;
};

export interface MessageEventDefinition {
  readonly kind: 'message';
  /** Key in `ExecutableProcess.messages`. */
  readonly message: string;
}

/**
 * A message that is sent (BPMN 2.0.2 §10.5.5). Without `worker` it is published: to the key of `wq:send`, else
 * the one of the message itself, else to none. With `worker` (`zeebe:taskDefinition`) a service sends it.
 */
export interface MessageThrowDefinition {
  readonly kind: 'message';
  /** Key in `ExecutableProcess.messages`; absent only where a worker sends. */
  readonly message?: string;
  readonly correlationKey?: CompiledExpression;
  /** ISO 8601 duration for which the message waits for a receiver. */
  readonly timeToLive?: CompiledExpression;
  readonly worker?: { readonly taskType: string; readonly retries: number };
}

export interface SignalEventDefinition {
  readonly kind: 'signal';
  /** Key in `ExecutableProcess.signals`. */
  readonly signal: string;
}

export interface ErrorEventDefinition {
  readonly kind: 'error';
  /** Key in `ExecutableProcess.errors`; absent at a catching event: it catches every error. */
  readonly error?: string;
}

export interface EscalationEventDefinition {
  readonly kind: 'escalation';
  /** Key in `ExecutableProcess.escalations`; absent at a catching event: it catches every escalation. */
  readonly escalation?: string;
}

/** Happens when `condition` becomes true (BPMN 2.0.2 §10.5.5); null is not true. */
export interface ConditionalDefinition {
  readonly kind: 'conditional';
  readonly condition: CompiledExpression;
}

/** Joins a throwing link event with the catching one of the same name in the same scope (BPMN 2.0.2 §10.5.5). */
export interface LinkDefinition {
  readonly kind: 'link';
  readonly link: string;
}

/** Undoes `activity`, or all that was completed in the scope (BPMN 2.0.2 §10.7.3); always waits until that is done. */
export interface CompensationThrowDefinition {
  readonly kind: 'compensation';
  readonly activity?: string;
}

/** Of a boundary event, with the activity that undoes (`isForCompensation`, joined by an association). */
export interface CompensationBoundaryDefinition {
  readonly kind: 'compensation';
  readonly handler: string;
}

/** Of the start event of a compensation event sub-process. */
export interface CompensationStartDefinition {
  readonly kind: 'compensation';
}

/** Gives up a transaction (end event), or says what follows then (boundary event; BPMN 2.0.2 §10.3.5.3). */
export interface CancelDefinition {
  readonly kind: 'cancel';
}

export interface TerminateDefinition {
  readonly kind: 'terminate';
}

export interface NoneDefinition {
  readonly kind: 'none';
}

/** What an event can wait for; errors, escalations, compensation and cancel are not waited for but looked up. */
export type CatchDefinition =
  TimerDefinition | MessageEventDefinition | SignalEventDefinition | ConditionalDefinition;

export type EventDefinition =
  | CatchDefinition
  | MessageThrowDefinition
  | ErrorEventDefinition
  | EscalationEventDefinition
  | LinkDefinition
  | CompensationThrowDefinition
  | CompensationBoundaryDefinition
  | CompensationStartDefinition
  | CancelDefinition
  | TerminateDefinition
  | NoneDefinition;
