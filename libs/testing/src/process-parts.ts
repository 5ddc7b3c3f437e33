import type {
  Assignment,
  CatchDefinition,
  CompiledExpression,
  ExtensionElement,
  FlowNode,
  Guard,
  IoMapping,
  MessageDefinition,
  VariableMapping,
} from '@wuqing/bpmn-model';
import { feel } from './feel.js';

/** FEEL, with or without the leading `=`; or compiled already. */
export type Feel = string | CompiledExpression;

export const compiled = (expression: Feel): CompiledExpression =>
  typeof expression === 'string' ? feel(expression) : expression;

type Kind<T> = T extends FlowNode
  ? Omit<T, 'id' | 'name' | 'scope' | 'incoming' | 'outgoing' | 'boundaries' | 'io' | 'guards' | 'extensions'>
  : never;

/** What every node may be given: a name, mappings as `{ target: FEEL }`, guards and extensions. */
export interface NodeOptions {
  readonly name?: string;
  readonly inputs?: Readonly<Record<string, Feel>>;
  readonly outputs?: Readonly<Record<string, Feel>>;
  readonly guards?: readonly {
    readonly id: string;
    readonly on?: Guard['on'];
    readonly reject: Feel;
    readonly message?: string;
  }[];
  readonly extensions?: readonly {
    readonly name: string;
    readonly expressions: Readonly<Record<string, Feel>>;
  }[];
}

export interface NodePart {
  readonly part: 'node';
  readonly id: string;
  readonly kind: Kind<FlowNode>;
  readonly options: NodeOptions;
  /** Of a sub-process: what lies inside. */
  readonly inside: readonly ProcessPart[];
  readonly messages: readonly MessageDefinition[];
}

export interface FlowPart {
  readonly part: 'flow';
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly when?: CompiledExpression;
  readonly isDefault: boolean;
}

export type ProcessPart = NodePart | FlowPart;

/** A timer or a message with the key by which it is correlated. */
export type Trigger =
  | { readonly date: Feel }
  | { readonly duration: Feel }
  | { readonly cycle: Feel }
  | { readonly message: string; readonly correlationKey?: Feel };

const node = (
  id: string,
  kind: Kind<FlowNode>,
  options: NodeOptions = {},
  more: Partial<NodePart> = {},
): NodePart => ({
  part: 'node',
  id,
  kind,
  options,
  inside: [],
  messages: [],
  ...more,
});

const none = { kind: 'none' } as const;

export const start = (id: string, options?: NodeOptions): NodePart =>
  node(id, { type: 'startEvent', definition: none, interrupting: true }, options);

/** The start event of an event sub-process, or of a process that a message or timer starts. */
export const startOn = (id: string, trigger: Trigger, { interrupting = true } = {}): NodePart =>
  node(
    id,
    { type: 'startEvent', definition: definitionOf(trigger), interrupting },
    {},
    { messages: messagesOf(trigger) },
  );

export const end = (id: string): NodePart => node(id, { type: 'endEvent', definition: none });

export const terminateEnd = (id: string): NodePart =>
  node(id, { type: 'endEvent', definition: { kind: 'terminate' } });

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

export const exclusive = (id: string): NodePart => node(id, { type: 'exclusiveGateway' });
export const inclusive = (id: string): NodePart => node(id, { type: 'inclusiveGateway' });
export const parallel = (id: string): NodePart => node(id, { type: 'parallelGateway' });

export const catchEvent = (id: string, trigger: Trigger, options?: NodeOptions): NodePart =>
  node(id, { type: 'intermediateCatchEvent', definition: definitionOf(trigger) }, options, {
    messages: messagesOf(trigger),
  });

export const boundary = (
  id: string,
  attachedTo: string,
  trigger: Trigger,
  { interrupting = true } = {},
): NodePart =>
  node(
    id,
    { type: 'boundaryEvent', attachedTo, interrupting, definition: definitionOf(trigger) },
    {},
    {
      messages: messagesOf(trigger),
    },
  );

export const subProcess = (id: string, inside: readonly ProcessPart[], options?: NodeOptions): NodePart =>
  node(id, { type: 'subProcess', triggeredByEvent: false }, options, { inside });

export const eventSubProcess = (id: string, inside: readonly ProcessPart[]): NodePart =>
  node(id, { type: 'subProcess', triggeredByEvent: true }, {}, { inside });

export const callActivity = (id: string, calledProcess: string, options?: NodeOptions): NodePart =>
  node(id, { type: 'callActivity', calledProcess }, options);

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

function definitionOf(trigger: Trigger): CatchDefinition {
  if ('message' in trigger) return { kind: 'message', message: trigger.message };
  if ('date' in trigger) return { kind: 'timer', timer: 'date', value: compiled(trigger.date) };
  if ('duration' in trigger) return { kind: 'timer', timer: 'duration', value: compiled(trigger.duration) };
  return { kind: 'timer', timer: 'cycle', value: compiled(trigger.cycle) };
}

function messagesOf(trigger: Trigger): MessageDefinition[] {
  if (!('message' in trigger)) return [];
  const { message, correlationKey } = trigger;
  return [
    { id: message, name: message, ...(correlationKey && { correlationKey: compiled(correlationKey) }) },
  ];
}

const mappingsOf = (mappings: Readonly<Record<string, Feel>> = {}): VariableMapping[] =>
  Object.entries(mappings).map(([target, source]) => ({ target, source: compiled(source) }));

export const ioOf = ({ inputs, outputs }: NodeOptions): IoMapping => ({
  inputs: mappingsOf(inputs),
  outputs: mappingsOf(outputs),
});

export const guardsOf = ({ guards = [] }: NodeOptions): Guard[] =>
  guards.map(({ id, on = 'complete', reject, message = id }) => ({
    id,
    on,
    reject: compiled(reject),
    message,
  }));

export const extensionsOf = ({ extensions = [] }: NodeOptions): ExtensionElement[] =>
  extensions.map(({ name, expressions }) => ({
    name,
    attributes: {},
    children: [],
    expressions: Object.fromEntries(
      Object.entries(expressions).map(([key, value]) => [key, compiled(value)]),
    ),
  }));
