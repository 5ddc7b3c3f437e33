import type { CompiledExpression } from './compiled-expression.js';
import type {
  EventDefinition,
  MessageEventDefinition,
  NoneDefinition,
  TerminateDefinition,
  TimerDefinition,
} from './event-definition.js';
import type { ExtensionElement } from './extensions.js';

export interface IoMapping {
  /** `zeebe:input` rows: evaluated in the parent scope when the element is entered, written to its local scope. */
  readonly inputs: readonly VariableMapping[];
  /** `zeebe:output` rows: evaluated in the local scope when it ends, written to the parent scope. */
  readonly outputs: readonly VariableMapping[];
}

export interface VariableMapping {
  readonly source: CompiledExpression;
  /** A plain name; nested targets are refused at publication. */
  readonly target: string;
}

/** A rule on a command about this element: when `reject` is true the command is refused with `message` (`wq:guard`). */
export interface Guard {
  readonly id: string;
  /** `complete` sees the variables of the submission over those of the scope. */
  readonly on: 'activate' | 'complete';
  readonly reject: CompiledExpression;
  /** The sentence the user reads, in Chinese. */
  readonly message: string;
}

interface NodeBase {
  readonly id: string;
  readonly name: string;
  /** Id of the sub-process it lies in, or the process key. */
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** Ids of the boundary events attached to it, in document order. */
  readonly boundaries: readonly string[];
  readonly io: IoMapping;
  readonly guards: readonly Guard[];
  readonly extensions: readonly ExtensionElement[];
}

/** `zeebe:assignmentDefinition`: who may do it; candidate groups are `<position>@<unit reference>` expressions or constants. */
export interface Assignment {
  readonly assignee?: CompiledExpression;
  readonly candidateGroups?: CompiledExpression;
  readonly candidateUsers?: CompiledExpression;
}

export interface UserTask extends NodeBase {
  readonly type: 'userTask';
  readonly assignment: Assignment;
  /** `zeebe:formDefinition formId`: the form's key in the same publication. */
  readonly formKey?: string;
}

export interface ServiceTask extends NodeBase {
  readonly type: 'serviceTask';
  /** `zeebe:taskDefinition type`: `wuqing.<name>` runs in the lane, `<town>.<name>` on task queue `service-<town>`. */
  readonly taskType: string;
  readonly retries: number;
}

/** `zeebe:script`: `resultVariable` := the value of `expression`. */
export interface ScriptTask extends NodeBase {
  readonly type: 'scriptTask';
  readonly expression: CompiledExpression;
  readonly resultVariable: string;
}

export interface ManualTask extends NodeBase {
  readonly type: 'task';
}

export interface ExclusiveGateway extends NodeBase {
  readonly type: 'exclusiveGateway';
  readonly defaultFlow?: string;
}

export interface InclusiveGateway extends NodeBase {
  readonly type: 'inclusiveGateway';
  readonly defaultFlow?: string;
}

export interface ParallelGateway extends NodeBase {
  readonly type: 'parallelGateway';
}

export interface StartEvent extends NodeBase {
  readonly type: 'startEvent';
  readonly definition: NoneDefinition | MessageEventDefinition | TimerDefinition;
  /** Of an event sub-process: false lets the parent scope go on. */
  readonly interrupting: boolean;
}

export interface EndEvent extends NodeBase {
  readonly type: 'endEvent';
  readonly definition: NoneDefinition | TerminateDefinition;
}

export interface IntermediateCatchEvent extends NodeBase {
  readonly type: 'intermediateCatchEvent';
  readonly definition: TimerDefinition | MessageEventDefinition;
}

export interface BoundaryEvent extends NodeBase {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly definition: TimerDefinition | MessageEventDefinition;
}

export interface SubProcess extends NodeBase {
  readonly type: 'subProcess';
  /** True for `triggeredByEvent`: it is not reached by a flow but by its start event. */
  readonly triggeredByEvent: boolean;
}

/** A called process, run in its caller's workflow as a scope with its own definition. */
export interface CallActivity extends NodeBase {
  readonly type: 'callActivity';
  readonly calledProcess: string;
}

export type FlowNode =
  | UserTask
  | ServiceTask
  | ScriptTask
  | ManualTask
  | ExclusiveGateway
  | InclusiveGateway
  | ParallelGateway
  | StartEvent
  | EndEvent
  | IntermediateCatchEvent
  | BoundaryEvent
  | SubProcess
  | CallActivity;

export type ElementType = FlowNode['type'];
export type FlowNodeOf<T extends ElementType> = Extract<FlowNode, { type: T }>;
export type CatchDefinition = Extract<EventDefinition, { kind: 'timer' | 'message' }>;
