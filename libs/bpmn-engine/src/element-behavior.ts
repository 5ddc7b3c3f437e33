import type { ElementType, FlowNodeOf } from '@wuqing/bpmn-model';
import type { Result } from '@wuqing/kernel';
import type { Arrival, Fault, Step } from './step.js';
import type { View, Visit } from './view.js';

/** How many tokens wait on which incoming flow of a join (flow ids as the state names them). */
export type WaitingTokens = Readonly<Record<string, number>>;

/** A gateway with several incoming flows, in one running scope. */
export type JoinVisit<T extends ElementType> = Omit<Visit<FlowNodeOf<T>>, 'key'>;

/**
 * What one BPMN element does. A behavior only answers with steps; it changes nothing. A fault becomes an incident on
 * the element, and none of the answer's steps happens.
 */
export interface ElementBehavior<T extends ElementType> {
  /** The element's own work once it is active; inputs, guards and boundary events are done by `entering`. */
  readonly activate: (visit: Visit<FlowNodeOf<T>>, view: View, arrival: Arrival) => Result<Step[], Fault>;
  /**
   * The outgoing flows that get a token, as ids of the node's own definition. Absent: all whose condition holds.
   */
  readonly choose?: (visit: Visit<FlowNodeOf<T>>, view: View) => Result<readonly string[], Fault>;
  /** Of gateways that wait for other tokens: whether those that wait are enough. Asked when all else is quiet. */
  readonly mayJoin?: (join: JoinVisit<T>, tokens: WaitingTokens, view: View) => boolean;
}
