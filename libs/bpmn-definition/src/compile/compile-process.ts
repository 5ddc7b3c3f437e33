import type {
  ErrorDefinition,
  EscalationDefinition,
  ExecutableProcess,
  MessageDefinition,
  SequenceFlow,
  SignalDefinition,
} from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import { wuqingOf, zeebeOf } from '../source/extension.js';
import { attributeOf, extensionOf, messageOf, nodesIn, referredBy, scopesOf } from '../source/look-up.js';
import type { SourceFlow, SourceModel } from '../source/source-model.js';
import { isElement, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { compileExtensions } from './compile-extensions.js';
import { compileNode } from './compile-node.js';
import { declaredIn } from './compile-payload.js';
import type { ExpressionCompiler } from './expression-compiler.js';
import { readsOfProcess } from './reads-of-process.js';

/** The executable process of a drawing in which the linter found no error; anything missing is a bug. */
export function compileProcess(source: SourceModel, expressions: ExpressionCompiler): ExecutableProcess {
  const process = required(source.process, 'an executable process');
  const key = required(process.id, 'a process id');
  const nodes = source.nodes.map((node) => compileNode(source, node, expressions));
  const flows = source.flows.map((flow) => compileFlow(flow, expressions));
  const messages = messagesOf(source).map((message) => compileMessage(message, expressions));
  const extensions = compileExtensions(wuqingOf(process), expressions);
  const versionTag = attributeOf(extensionOf(zeebeOf(process), 'versionTag'), 'value');
  return {
    formatVersion: 1,
    key,
    name: textIn(process, 'name') ?? key,
    ...(versionTag && { versionTag }),
    nodes: byId(nodes),
    flows: byId(flows),
    messages: byId(messages),
    ...some('signals', referred(source, 'signalRef').map(compileSignal)),
    ...some('errors', referred(source, 'errorRef').map(compileError)),
    ...some('escalations', referred(source, 'escalationRef').map(compileEscalation)),
    children: Object.fromEntries(
      scopesOf(source).map(({ id }) => [id, nodesIn(source, id).map((node) => node.id)]),
    ),
    extensions,
    reads: readsOfProcess({ nodes, flows, messages, extensions }),
  };
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

function compileFlow(flow: SourceFlow, expressions: ExpressionCompiler): SequenceFlow {
  const name = textIn(flow.element, 'name');
  const condition = expressions.compileOptional(flow.condition);
  return {
    id: flow.id,
    ...(name === undefined ? {} : { name }),
    source: required(flow.source, `a source of flow ${flow.id}`),
    target: required(flow.target, `a target of flow ${flow.id}`),
    ...(condition ? { condition } : {}),
  };
}

/** The messages that events and tasks of the process refer to, in order of first use. */
const messagesOf = (source: SourceModel): ModdleElement[] => [
  ...new Set(source.nodes.map(messageOf).filter(isElement)),
];

/** What events of the process refer to by this property, in order of first use. */
const referred = (source: SourceModel, property: string): ModdleElement[] => [
  ...new Set(source.nodes.map((node) => referredBy(node, property)).filter(isElement)),
];

/** A record by id; absent where it would be empty. */
const some = <K extends string, T extends { readonly id: string }>(
  name: K,
  items: readonly T[],
): Partial<Record<K, Record<string, T>>> =>
  items.length === 0 ? {} : ({ [name]: byId(items) } as Record<K, Record<string, T>>);

const compileSignal = (signal: ModdleElement): SignalDefinition => ({
  id: required(signal.id, 'a signal id'),
  name: required(textIn(signal, 'name'), 'a signal name'),
  ...payloadOf(signal),
});

const compileError = (error: ModdleElement): ErrorDefinition => ({
  id: required(error.id, 'an error id'),
  errorCode: required(textIn(error, 'errorCode'), 'an error code'),
});

const compileEscalation = (escalation: ModdleElement): EscalationDefinition => ({
  id: required(escalation.id, 'an escalation id'),
  escalationCode: required(textIn(escalation, 'escalationCode'), 'an escalation code'),
});

function compileMessage(message: ModdleElement, expressions: ExpressionCompiler): MessageDefinition {
  const correlation = attributeOf(extensionOf(zeebeOf(message), 'subscription'), 'correlationKey');
  const correlationKey = expressions.compileOptional(correlation);
  return {
    id: required(message.id, 'a message id'),
    name: required(textIn(message, 'name'), 'a message name'),
    ...(correlationKey ? { correlationKey } : {}),
    ...payloadOf(message),
  };
}

/** What its sender may say. */
function payloadOf(element: ModdleElement): Pick<MessageDefinition, 'payload'> {
  const payload = declaredIn(wuqingOf(element), 'payload');
  return payload ? { payload } : {};
}
