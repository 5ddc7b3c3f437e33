import type { CompiledExpression } from './compiled-expression.js';
import type {
  CancelDefinition,
  CatchDefinition,
  CompensationBoundaryDefinition,
  CompensationStartDefinition,
  CompensationThrowDefinition,
  ErrorEventDefinition,
  EscalationEventDefinition,
  LinkDefinition,
  MessageThrowDefinition,
  NoneDefinition,
  SignalEventDefinition,
  TerminateDefinition,
} from './event-definition.js';
import type { DeclaredPayload } from './declared-payload.js';
import type { ExtensionElement } from './extensions.js';
import type { Loop } from './loop.js';

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
  /** What must be so, in Chinese, for the list that is shown before anybody submits; a guard without it is not in the list. */
  readonly says?: string;
  /** The article, or what stands behind it. */
  readonly basis?: string;
}

interface NodeBase {
  readonly id: string;
  readonly name: string;
  /** Id of the sub-process it lies in, or the process key. */
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** Of gateways that decide and of activities: taken where no condition of the others holds. */
  readonly defaultFlow?: string;
  /** Ids of the boundary events attached to it, in document order. */
  readonly boundaries: readonly string[];
  readonly io: IoMapping;
  readonly guards: readonly Guard[];
  readonly extensions: readonly ExtensionElement[];
  /** Of what a service does: what it may answer (`wq:answer`); absent: what `heldNames` leaves. */
  readonly answer?: DeclaredPayload;
  /** Of an activity that undoes another: no flow leads to it, a compensation boundary event names it. */
  readonly isForCompensation?: true;
  /** Of activities: it runs several times, each time as a member of the loop with variables of its own. */
  readonly loop?: Loop;
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

export interface SendTask extends NodeBase {
  readonly type: 'sendTask';
  readonly definition: MessageThrowDefinition;
}

export interface ReceiveTask extends NodeBase {
  readonly type: 'receiveTask';
  /** Key in `ExecutableProcess.messages`. */
  readonly message: string;
  /** Its message may start the process. */
  readonly instantiate?: true;
}

export interface ManualTask extends NodeBase {
  readonly type: 'task';
}

export interface ExclusiveGateway extends NodeBase {
  readonly type: 'exclusiveGateway';
}

export interface InclusiveGateway extends NodeBase {
  readonly type: 'inclusiveGateway';
}

export interface ParallelGateway extends NodeBase {
  readonly type: 'parallelGateway';
}

/** The first of the events behind it that happens decides (BPMN 2.0.2 §10.6.6). */
export interface EventBasedGateway extends NodeBase {
  readonly type: 'eventBasedGateway';
  /** Its events may start the process: the first alone, or (`parallel`) the first, and the others are awaited then. */
  readonly instantiate?: 'exclusive' | 'parallel';
}

export interface StartEvent extends NodeBase {
  readonly type: 'startEvent';
  /** Errors, escalations and compensation start event sub-processes only. */
  readonly definition:
    | NoneDefinition
    | CatchDefinition
    | ErrorEventDefinition
    | EscalationEventDefinition
    | CompensationStartDefinition;
  /** Of an event sub-process: false lets the parent scope go on. */
  readonly interrupting: boolean;
}

export interface EndEvent extends NodeBase {
  readonly type: 'endEvent';
  readonly definition:
    | NoneDefinition
    | TerminateDefinition
    | MessageThrowDefinition
    | SignalEventDefinition
    | ErrorEventDefinition
    | EscalationEventDefinition
    | CompensationThrowDefinition
    | CancelDefinition;
}

export interface IntermediateCatchEvent extends NodeBase {
  readonly type: 'intermediateCatchEvent';
  readonly definition: CatchDefinition | LinkDefinition;
}

export interface IntermediateThrowEvent extends NodeBase {
  readonly type: 'intermediateThrowEvent';
  readonly definition:
    | NoneDefinition
    | MessageThrowDefinition
    | SignalEventDefinition
    | EscalationEventDefinition
    | LinkDefinition
    | CompensationThrowDefinition;
}

export interface BoundaryEvent extends NodeBase {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly definition:
    | CatchDefinition
    | ErrorEventDefinition
    | EscalationEventDefinition
    | CompensationBoundaryDefinition
    | CancelDefinition;
}

export interface SubProcess extends NodeBase {
  readonly type: 'subProcess';
  /** True for `triggeredByEvent`: it is not reached by a flow but by its start event. */
  readonly triggeredByEvent: boolean;
  /** A `bpmn:transaction`: a cancel end event inside undoes what was done in it (BPMN 2.0.2 §10.3.5.3). */
  readonly transaction?: true;
  readonly adHoc?: AdHoc;
}

/**
 * What makes a sub-process ad-hoc (BPMN 2.0.2 §10.3.5.4): it has no start event; its activities begin because they are
 * named, by `activeElements` when it opens or by a command while it runs.
 */
export interface AdHoc {
  readonly ordering: 'parallel' | 'sequential';
  /** `zeebe:adHoc activeElementsCollection`: a list of ids. Absent: every activity that no flow leads to. */
  readonly activeElements?: CompiledExpression;
  /** Asked each time a path inside has ended; absent: it completes when nothing runs in it any more. */
  readonly completionCondition?: CompiledExpression;
  /** Whether what still runs ends when the condition is true. */
  readonly cancelRemaining: boolean;
}

/** A decision of a published decision table, or a service that decides. */
export interface BusinessRuleTask extends NodeBase {
  readonly type: 'businessRuleTask';
  /** `zeebe:calledDecision`: the decision's id, its result becomes `resultVariable`. */
  readonly decision?: {
    readonly decisionId: string;
    readonly resultVariable: string;
    readonly binding?: 'deployment' | 'versionTag';
    readonly versionTag?: string;
  };
  /** `zeebe:taskDefinition`. */
  readonly worker?: { readonly taskType: string; readonly retries: number };
}

/** A called process, run in its caller's workflow as a scope with its own definition. */
export interface CallActivity extends NodeBase {
  readonly type: 'callActivity';
  readonly calledProcess: string;
  /** Which version: absent is the one in force when the call begins. */
  readonly binding?: 'deployment' | 'versionTag';
  readonly versionTag?: string;
  /** Whether the called process reads the variables of its caller; absent: where it has no inputs. */
  readonly propagateAllParentVariables?: boolean;
  /** Whether all its variables come back; absent: where it has no outputs. */
  readonly propagateAllChildVariables?: boolean;
}

export type FlowNode =
  | UserTask
  | ServiceTask
  | ScriptTask
  | SendTask
  | ReceiveTask
  | ManualTask
  | ExclusiveGateway
  | InclusiveGateway
  | ParallelGateway
  | EventBasedGateway
  | StartEvent
  | EndEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | BoundaryEvent
  | SubProcess
  | CallActivity
  | BusinessRuleTask;

export type ElementType = FlowNode['type'];
export type FlowNodeOf<T extends ElementType> = Extract<FlowNode, { type: T }>;
