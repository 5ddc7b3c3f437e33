import type {
  CompiledExpression,
  EventDefinition,
  ExecutableProcess,
  ExtensionElement,
  FlowNode,
  Loop,
  MessageDefinition,
  SequenceFlow,
  SubProcess,
} from '@wuqing/bpmn-model';
import { readsOf } from '@wuqing/expression';

/** Names of the variables that any expression of the process reads, sorted. */
export function readsOfProcess(parts: {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly SequenceFlow[];
  readonly messages: readonly MessageDefinition[];
  readonly extensions: readonly ExtensionElement[];
}): string[] {
  const expressions = [
    ...parts.nodes.flatMap(expressionsOfNode),
    ...parts.flows.flatMap((flow) => flow.condition ?? []),
    ...parts.messages.flatMap((message) => message.correlationKey ?? []),
    ...parts.extensions.flatMap(expressionsOfExtension),
  ];
  return [...new Set(expressions.flatMap(({ ast }) => readsOf(ast)))].sort();
}

/** Names that one element reads: in its own expressions and in the conditions of the flows that lead out of it, sorted. */
export function readsOfElement({ nodes, flows }: ExecutableProcess, elementId: string): string[] {
  const node = Object.hasOwn(nodes, elementId) ? nodes[elementId] : undefined;
  if (!node) return [];
  const conditions = node.outgoing.flatMap((flowId) => flows[flowId]?.condition ?? []);
  const expressions = [...expressionsOfNode(node), ...conditions];
  return [...new Set(expressions.flatMap(({ ast }) => readsOf(ast)))].sort();
}

function expressionsOfNode(node: FlowNode): CompiledExpression[] {
  return [
    ...[...node.io.inputs, ...node.io.outputs].map(({ source }) => source),
    ...node.guards.map(({ reject }) => reject),
    ...node.extensions.flatMap(expressionsOfExtension),
    ...(node.type === 'userTask' ? (Object.values(node.assignment) as CompiledExpression[]) : []),
    ...(node.type === 'scriptTask' ? [node.expression] : []),
    ...(node.type === 'subProcess' ? expressionsOfAdHoc(node) : []),
    ...(node.loop ? expressionsOfLoop(node.loop) : []),
    ...('definition' in node ? expressionsOfDefinition(node.definition) : []),
  ];
}

function expressionsOfDefinition(definition: EventDefinition): CompiledExpression[] {
  if (definition.kind === 'timer') return [definition.value];
  if (definition.kind === 'conditional') return [definition.condition];
  if (definition.kind !== 'message' || !('correlationKey' in definition || 'timeToLive' in definition))
    return [];
  return [definition.correlationKey, definition.timeToLive].filter((expression) => expression !== undefined);
}

/** What a loop gives its members (`loopCounter`, the item) is no input of the process, but may bear the name of one. */
const expressionsOfLoop = (loop: Loop): CompiledExpression[] =>
  (loop.kind === 'standard'
    ? [loop.condition]
    : [loop.inputCollection, loop.cardinality, loop.outputElement, loop.completionCondition]
  ).filter((expression) => expression !== undefined);

const expressionsOfAdHoc = ({ adHoc }: SubProcess): CompiledExpression[] =>
  [adHoc?.activeElements, adHoc?.completionCondition].filter((expression) => expression !== undefined);

const expressionsOfExtension = (extension: ExtensionElement): CompiledExpression[] => [
  ...Object.values(extension.expressions ?? {}),
  ...extension.children.flatMap(expressionsOfExtension),
];
