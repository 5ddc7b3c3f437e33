import type { CompiledExpression } from './compiled-expression.js';
import type {
  EscalationEventDefinition,
  MessageEventDefinition,
  SignalEventDefinition,
} from './event-definition.js';

/** Members of one multi-instance; a list or a number beyond it is refused or an incident at once, nothing is opened. */
export const MEMBERS_MAX = 2000;

/** `bpmn:standardLoopCharacteristics` (BPMN 2.0.2 §10.3.8): the activity again and again while `condition` is true. */
export interface StandardLoop {
  readonly kind: 'standard';
  /** True: the condition is asked before the first round already. */
  readonly testBefore: boolean;
  readonly condition?: CompiledExpression;
  readonly maximum?: number;
}

/** `bpmn:multiInstanceLoopCharacteristics` (BPMN 2.0.2 §10.3.8) with `zeebe:loopCharacteristics`. */
export interface MultiInstance {
  readonly kind: 'multiInstance';
  readonly isSequential: boolean;
  /** A list: one member for each item. Exactly one of `inputCollection` and `cardinality` is there. */
  readonly inputCollection?: CompiledExpression;
  /** A number of members. */
  readonly cardinality?: CompiledExpression;
  /** The member's own variable that holds its item. */
  readonly inputElement?: string;
  /** The list of what the members bring, in the order of the input; written outside when all is done. */
  readonly outputCollection?: string;
  /** Read in the member's scope when it ends. */
  readonly outputElement?: CompiledExpression;
  /** Asked each time a member ends: true ends those that still run. */
  readonly completionCondition?: CompiledExpression;
  /** Behavior `None` throws at each member that completes, `One` at the first; absent is `All`. */
  readonly throws?: ImplicitThrow;
}

/**
 * What a multi-instance tells the boundary events of its own activity (BPMN 2.0.2 table 10.29). It goes nowhere else, and
 * such an event happens beside the activity, which goes on, whatever its `cancelActivity` says.
 */
export interface ImplicitThrow {
  readonly when: 'each' | 'first';
  readonly definition: SignalEventDefinition | MessageEventDefinition | EscalationEventDefinition;
}

export type Loop = StandardLoop | MultiInstance;
