import type { ExecutableProcess, MessageDefinition, SequenceFlow } from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import { wuqingOf, zeebeOf } from '../source/extension.js';
import { attributeOf, extensionOf, messageOf, nodesIn, scopesOf } from '../source/look-up.js';
import type { SourceFlow, SourceModel } from '../source/source-model.js';
import { isElement, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { compileExtensions } from './compile-extensions.js';
import { compileNode } from './compile-node.js';
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
  return {
    formatVersion: 1,
    key,
    name: textIn(process, 'name') ?? key,
    nodes: byId(nodes),
    flows: byId(flows),
    messages: byId(messages),
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

/** The messages that events of the process refer to, in order of first use. */
const messagesOf = (source: SourceModel): ModdleElement[] => [
  ...new Set(source.nodes.map(messageOf).filter(isElement)),
];

function compileMessage(message: ModdleElement, expressions: ExpressionCompiler): MessageDefinition {
  const correlation = attributeOf(extensionOf(zeebeOf(message), 'subscription'), 'correlationKey');
  const correlationKey = expressions.compileOptional(correlation);
  return {
    id: required(message.id, 'a message id'),
    name: required(textIn(message, 'name'), 'a message name'),
    ...(correlationKey ? { correlationKey } : {}),
  };
}
