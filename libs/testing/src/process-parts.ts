import type { AdHoc, Assignment, ImplicitThrow, Loop } from '@wuqing/bpmn-model';
import {
  compiled,
  node,
  type Feel,
  type FlowPart,
  type NodeOptions,
  type NodePart,
  type ProcessPart,
} from './part.js';

export interface UserTaskOptions extends NodeOptions {
  readonly assignee?: Feel;
  readonly candidateGroups?: Feel;
  readonly candidateUsers?: Feel;
  readonly formKey?: string;
}

export function userTask(id: string, options: UserTaskOptions = {}): NodePart {
  const { assignee, candidateGroups, candidateUsers, formKey } = options;
  const assignment: Assignment = {
    ...(assignee && { assignee: compiled(assignee) }),
    ...(candidateGroups && { candidateGroups: compiled(candidateGroups) }),
    ...(candidateUsers && { candidateUsers: compiled(candidateUsers) }),
  };
  return node(id, { type: 'userTask', assignment, ...(formKey && { formKey }) }, options);
}

export const serviceTask = (id: string, taskType: string, options?: NodeOptions): NodePart =>
  node(id, { type: 'serviceTask', taskType, retries: 3 }, options);

export const scriptTask = (
  id: string,
  resultVariable: string,
  expression: Feel,
  options?: NodeOptions,
): NodePart => node(id, { type: 'scriptTask', expression: compiled(expression), resultVariable }, options);

export const task = (id: string, options?: NodeOptions): NodePart => node(id, { type: 'task' }, options);

/** An activity that undoes another: only its compensation boundary event leads to it. */
export const undoing = (part: NodePart): NodePart => ({
  ...part,
  kind: { ...part.kind, isForCompensation: true } as NodePart['kind'],
});

export const eventBased = (id: string, instantiate?: 'exclusive' | 'parallel'): NodePart =>
  node(id, { type: 'eventBasedGateway', ...(instantiate && { instantiate }) });

export const exclusive = (id: string, options?: NodeOptions): NodePart =>
  node(id, { type: 'exclusiveGateway' }, options);
export const inclusive = (id: string): NodePart => node(id, { type: 'inclusiveGateway' });
export const parallel = (id: string): NodePart => node(id, { type: 'parallelGateway' });

export const transaction = (id: string, inside: readonly ProcessPart[], options?: NodeOptions): NodePart =>
  node(id, { type: 'subProcess', triggeredByEvent: false, transaction: true }, options, { inside });

export const subProcess = (id: string, inside: readonly ProcessPart[], options?: NodeOptions): NodePart =>
  node(id, { type: 'subProcess', triggeredByEvent: false }, options, { inside });

export const eventSubProcess = (id: string, inside: readonly ProcessPart[]): NodePart =>
  node(id, { type: 'subProcess', triggeredByEvent: true }, {}, { inside });

export const callActivity = (id: string, calledProcess: string, options?: NodeOptions): NodePart =>
  node(id, { type: 'callActivity', calledProcess }, options);

export interface AdHocOptions extends NodeOptions {
  readonly sequential?: boolean;
  readonly active?: Feel;
  readonly until?: Feel;
  readonly cancelRemaining?: boolean;
}

export const adHoc = (id: string, inside: readonly ProcessPart[], options: AdHocOptions = {}): NodePart => {
  const { sequential = false, active, until, cancelRemaining = true, ...common } = options;
  const how: AdHoc = {
    ordering: sequential ? 'sequential' : 'parallel',
    ...(active && { activeElements: compiled(active) }),
    ...(until && { completionCondition: compiled(until) }),
    cancelRemaining,
  };
  return node(id, { type: 'subProcess', triggeredByEvent: false, adHoc: how }, common, { inside });
};

export const businessRuleTask = (
  id: string,
  decisionId: string,
  resultVariable: string,
  options?: NodeOptions,
): NodePart => node(id, { type: 'businessRuleTask', decision: { decisionId, resultVariable } }, options);

/** A decision that a service takes. */
export const decidingService = (id: string, taskType: string): NodePart =>
  node(id, { type: 'businessRuleTask', worker: { taskType, retries: 3 } });

export interface EachOptions {
  readonly sequential?: boolean;
  readonly collection?: Feel;
  readonly cardinality?: Feel;
  readonly item?: string;
  readonly outputs?: string;
  readonly output?: Feel;
  readonly until?: Feel;
  readonly throws?: ImplicitThrow;
}

/** The activity as a multi-instance: in parallel unless it is `sequential`. */
export const each = (part: NodePart, options: EachOptions): NodePart => {
  const { sequential = false, collection, cardinality, item, outputs, output, until, throws } = options;
  const loop: Loop = {
    kind: 'multiInstance',
    isSequential: sequential,
    ...(collection && { inputCollection: compiled(collection) }),
    ...(cardinality && { cardinality: compiled(cardinality) }),
    ...(item && { inputElement: item }),
    ...(outputs && { outputCollection: outputs }),
    ...(output && { outputElement: compiled(output) }),
    ...(until && { completionCondition: compiled(until) }),
    ...(throws && { throws }),
  };
  return { ...part, kind: { ...part.kind, loop } };
};

export interface AgainOptions {
  readonly testBefore?: boolean;
  readonly while?: Feel;
  readonly maximum?: number;
}

/** The activity as a standard loop. */
export const again = (part: NodePart, options: AgainOptions): NodePart => {
  const { testBefore = false, while: condition, maximum } = options;
  const loop: Loop = {
    kind: 'standard',
    testBefore,
    ...(condition && { condition: compiled(condition) }),
    ...(maximum !== undefined && { maximum }),
  };
  return { ...part, kind: { ...part.kind, loop } };
};

/** One sequence flow; its id is `source-target` unless it is given. */
export const flow = (
  source: string,
  target: string,
  {
    when,
    isDefault = false,
    id = `${source}-${target}`,
  }: { when?: Feel; isDefault?: boolean; id?: string } = {},
): FlowPart => ({ part: 'flow', id, source, target, isDefault, ...(when && { when: compiled(when) }) });

/** Sequence flows along these nodes: `path('a', 'b', 'c')` are `a-b` and `b-c`. */
export const path = (...ids: readonly string[]): FlowPart[] =>
  ids.slice(1).map((target, index) => flow(ids[index]!, target));
