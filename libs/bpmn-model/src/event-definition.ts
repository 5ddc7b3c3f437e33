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

export interface TerminateDefinition {
  readonly kind: 'terminate';
}

export interface NoneDefinition {
  readonly kind: 'none';
}

export type EventDefinition = TimerDefinition | MessageEventDefinition | TerminateDefinition | NoneDefinition;
