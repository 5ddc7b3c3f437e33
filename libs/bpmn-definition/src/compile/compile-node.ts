import type { Assignment, FlowNode } from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import {
  attachedTo,
  eventKindOf,
  isBoundary,
  isEventSubProcess,
  isHandler,
  messageOf,
  zeebeAttribute,
} from '../source/look-up.js';
import type { SourceModel, SourceNode } from '../source/source-model.js';
import { elementIn } from '../xml/moddle-element.js';
import {
  boundaryDefinition,
  catchOrLink,
  endDefinition,
  messageThrow,
  startDefinition,
  throwDefinition,
} from './compile-event.js';
import { compileExtensions, compileGuards, compileIo } from './compile-extensions.js';
import { declaredIn } from './compile-payload.js';
import { compileLoop } from './compile-loop.js';
import { compileAdHoc, compileCall, compileRule } from './compile-task.js';
import type { ExpressionCompiler } from './expression-compiler.js';

type Base = Pick<
  FlowNode,
  | 'id'
  | 'name'
  | 'scope'
  | 'incoming'
  | 'outgoing'
  | 'defaultFlow'
  | 'boundaries'
  | 'io'
  | 'guards'
  | 'extensions'
  | 'isForCompensation'
  | 'answer'
>;
type Compiler = (
  node: SourceNode,
  base: Base,
  expressions: ExpressionCompiler,
  source: SourceModel,
) => FlowNode;

/** What is executed: BPMN type → how it is compiled. What stands not here is refused by name. */
const compilers: Readonly<Record<string, Compiler>> = {
  UserTask: (node, base, expressions) => ({
    ...base,
    type: 'userTask',
    assignment: assignmentOf(node, expressions),
    ...optional('formKey', zeebeAttribute(node, 'formDefinition', 'formId')),
  }),
  ServiceTask: (node, base) => ({
    ...base,
    type: 'serviceTask',
    taskType: required(zeebeAttribute(node, 'taskDefinition', 'type'), `a type of service task ${node.id}`),
    retries: Number(zeebeAttribute(node, 'taskDefinition', 'retries') ?? 3),
  }),
  ScriptTask: (node, base, expressions) => ({
    ...base,
    type: 'scriptTask',
    expression: expressions.compile(zeebeAttribute(node, 'script', 'expression') ?? ''),
    resultVariable: required(
      zeebeAttribute(node, 'script', 'resultVariable'),
      `a result variable of script task ${node.id}`,
    ),
  }),
  SendTask: (node, base, expressions) => ({
    ...base,
    type: 'sendTask',
    definition: messageThrow(node, expressions),
  }),
  ReceiveTask: (node, base) => ({
    ...base,
    type: 'receiveTask',
    message: required(messageOf(node)?.id, `a message of receive task ${node.id}`),
    ...(node.element.instantiate === true && { instantiate: true }),
  }),
  Task: (_node, base) => ({ ...base, type: 'task' }),
  ManualTask: (_node, base) => ({ ...base, type: 'task' }),
  ExclusiveGateway: (_node, base) => ({ ...base, type: 'exclusiveGateway' }),
  InclusiveGateway: (_node, base) => ({ ...base, type: 'inclusiveGateway' }),
  ParallelGateway: (_node, base) => ({ ...base, type: 'parallelGateway' }),
  EventBasedGateway: (node, base) => ({
    ...base,
    type: 'eventBasedGateway',
    ...(node.element.instantiate === true && {
      instantiate: node.element.eventGatewayType === 'Parallel' ? 'parallel' : 'exclusive',
    }),
  }),
  StartEvent: (node, base, expressions) => ({
    ...base,
    type: 'startEvent',
    definition: startDefinition(node, expressions),
    interrupting: node.element.isInterrupting !== false,
  }),
  EndEvent: (node, base, expressions) => ({
    ...base,
    type: 'endEvent',
    definition: endDefinition(node, expressions),
  }),
  IntermediateCatchEvent: (node, base, expressions) => ({
    ...base,
    type: 'intermediateCatchEvent',
    definition: catchOrLink(node, expressions),
  }),
  IntermediateThrowEvent: (node, base, expressions) => ({
    ...base,
    type: 'intermediateThrowEvent',
    definition: throwDefinition(node, expressions),
  }),
  BoundaryEvent: (node, base, expressions, source) => ({
    ...base,
    type: 'boundaryEvent',
    attachedTo: required(attachedTo(node), `an activity of boundary event ${node.id}`),
    interrupting: node.element.cancelActivity !== false && eventKindOf(node) !== 'Compensate',
    definition: boundaryDefinition(source, node, expressions),
  }),
  SubProcess: (node, base) => ({ ...base, type: 'subProcess', triggeredByEvent: isEventSubProcess(node) }),
  Transaction: (node, base) => ({
    ...base,
    type: 'subProcess',
    triggeredByEvent: isEventSubProcess(node),
    transaction: true,
  }),
  AdHocSubProcess: (node, base, expressions) => ({
    ...base,
    type: 'subProcess',
    triggeredByEvent: false,
    adHoc: compileAdHoc(node, expressions),
  }),
  CallActivity: (node, base) => ({ ...base, type: 'callActivity', ...compileCall(node) }),
  BusinessRuleTask: (node, base) => ({ ...base, type: 'businessRuleTask', ...compileRule(node) }),
};

/** The BPMN types that can be executed. */
export const supportedTypes: ReadonlySet<string> = new Set(Object.keys(compilers));

export function compileNode(
  source: SourceModel,
  node: SourceNode,
  expressions: ExpressionCompiler,
): FlowNode {
  const compiler = required(compilers[node.type], `a compiler of ${node.type}`);
  return {
    ...compiler(node, baseOf(source, node, expressions), expressions, source),
    ...compileLoop(node, expressions),
  };
}

const baseOf = (source: SourceModel, node: SourceNode, expressions: ExpressionCompiler): Base => ({
  id: node.id,
  name: typeof node.element.name === 'string' ? node.element.name.trim() : '',
  scope: node.scope,
  incoming: node.incoming.map(({ id }) => id),
  outgoing: node.outgoing.map(({ id }) => id),
  ...optional('defaultFlow', defaultOf(node)),
  boundaries: source.nodes
    .filter((other) => isBoundary(other) && attachedTo(other) === node.id)
    .map(({ id }) => id),
  io: compileIo(node, expressions),
  guards: compileGuards(node, expressions),
  extensions: compileExtensions(node.wuqing, expressions),
  ...(isHandler(node) && { isForCompensation: true }),
  ...answerOf(node),
});

/** Of what a service does. */
function answerOf({ wuqing }: SourceNode): Pick<Base, 'answer'> {
  const answer = declaredIn(wuqing, 'answer');
  return answer ? { answer } : {};
}

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, string>);

const defaultOf = (node: SourceNode): string | undefined => elementIn(node.element, 'default')?.id;

function assignmentOf(node: SourceNode, expressions: ExpressionCompiler): Assignment {
  const entries = (['assignee', 'candidateGroups', 'candidateUsers'] as const).flatMap((attribute) => {
    const expression = expressions.compileOptional(zeebeAttribute(node, 'assignmentDefinition', attribute));
    return expression ? [[attribute, expression] as const] : [];
  });
  return Object.fromEntries(entries);
}
