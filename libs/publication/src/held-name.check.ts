import type { KnownVariables, Problem } from '@wuqing/bpmn-definition';
import {
  heldNames,
  houseNames,
  payloadAt,
  payloadOf,
  type DeclaredPayload,
  type ExecutableProcess,
  type FlowNode,
} from '@wuqing/bpmn-model';
import { readsOf } from '@wuqing/expression';

const RULE = 'held-name';
const SHOWN_MAX = 80;

type Finding = Omit<Problem, 'rule'>;

/**
 * No sender writes what the process computes: neither what a message, a signal or a service may bring, nor a field of a
 * form bears a name that the process holds itself; and an event that catches reads of its sender only what is declared.
 */
export function checkHeldNames(process: ExecutableProcess, known?: KnownVariables): Problem[] {
  const held = heldNames(process);
  const nodes = Object.values(process.nodes);
  const findings = [
    ...declarations(process).flatMap((one) => heldFields(one, held)),
    ...nodes.flatMap((node) => heldByForm(node, held, known)),
    ...nodes.flatMap((node) => thrownBeyond(process, node)),
    ...unknownReads(process, held, known),
  ];
  return findings.map((finding) => ({ ...finding, rule: RULE }));
}

interface Declaration {
  readonly elementId: string;
  readonly label: string;
  readonly payload: DeclaredPayload | undefined;
}

const declarations = ({ messages, signals = {}, nodes }: ExecutableProcess): Declaration[] => [
  ...[...Object.values(messages), ...Object.values(signals)].map(({ id, name, payload }) => ({
    elementId: id,
    label: shown(name),
    payload,
  })),
  ...Object.values(nodes).map(({ id, name, answer }) => ({
    elementId: id,
    label: shown(name || id),
    payload: answer,
  })),
];

const shown = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);

const heldFields = ({ elementId, label, payload }: Declaration, held: ReadonlySet<string>): Finding[] =>
  (payload?.fields ?? [])
    .filter(({ variable }) => held.has(variable))
    .map(({ variable }) => ({
      severity: 'error',
      elementId,
      message: `「${label}」带来的变量“${shown(variable)}”由流程自己计算，不能由外面改写，请用 variable 换一个变量名。`,
    }));

/** A field of a form is written to the case where the step maps nothing, and else read by what it maps. */
function heldByForm(node: FlowNode, held: ReadonlySet<string>, known: KnownVariables | undefined): Finding[] {
  const fields = formOf(node, known) ?? [];
  const { outputs } = node.io;
  const computed = outputs.filter(({ source, target }) => source.source.trim() !== target);
  const read = new Set(computed.flatMap(({ source }) => readsOf(source.ast)));
  return fields
    .filter((field) => held.has(field) && (outputs.length === 0 || read.has(field)))
    .map((field) => ({
      severity: 'error',
      elementId: node.id,
      message: `「${shown(node.name || node.id)}」的表单字段“${shown(field)}”与流程自己计算的变量同名，会改写它，请换一个字段名。`,
    }));
}

/** What is thrown in the file with a message or signal that declares what comes with it. */
function thrownBeyond(process: ExecutableProcess, node: FlowNode): Finding[] {
  if (!['sendTask', 'intermediateThrowEvent', 'endEvent'].includes(node.type) || !('definition' in node))
    return [];
  const payload = payloadOf(process, node.definition);
  const named = new Set(payload?.fields.map(({ name }) => name));
  return node.io.inputs
    .filter(({ target }) => payload !== undefined && !named.has(target))
    .map(({ target }) => ({
      severity: 'error',
      elementId: node.id,
      message: `「${shown(node.name || node.id)}」发送的“${shown(target)}”不在消息或信号声明的内容之内，请在 wq:payload 中写明或删去。`,
    }));
}

const formOf = (node: FlowNode, known: KnownVariables | undefined): readonly string[] | undefined =>
  node.type === 'userTask' &&
  known &&
  node.formKey !== undefined &&
  Object.hasOwn(known.formFields, node.formKey)
    ? known.formFields[node.formKey]
    : undefined;

/** What the mappings of catching events read beside what is declared, and nobody writes. */
function unknownReads(
  process: ExecutableProcess,
  held: ReadonlySet<string>,
  known: KnownVariables | undefined,
): Finding[] {
  const nodes = Object.values(process.nodes);
  if (nodes.some((node) => writesUnknown(node, known))) return [];
  const written = new Set([
    ...held,
    ...houseNames,
    ...nodes.flatMap((node) => writtenBy(process, node, known)),
  ]);
  return nodes.filter(isCatching).flatMap((node) => {
    if (!payloadAt(process, node.id)) return [];
    const unknown = node.io.outputs
      .flatMap(({ source }) => readsOf(source.ast))
      .filter((name) => !written.has(name) && !(known?.atStart ?? []).includes(name));
    return [...new Set(unknown)].map((name) => ({
      severity: 'error' as const,
      elementId: node.id,
      message: `「${shown(node.name || node.id)}」的输出映射读取“${shown(name)}”，但消息或信号没有声明会带来它，请在其 wq:payload 中写明。`,
    }));
  });
}

const isCatching = (node: FlowNode): boolean =>
  node.type === 'receiveTask' ||
  (['startEvent', 'boundaryEvent', 'intermediateCatchEvent'].includes(node.type) &&
    'definition' in node &&
    ['message', 'signal'].includes(node.definition.kind));

/** Whether it writes names that the file does not tell. */
function writesUnknown(node: FlowNode, known: KnownVariables | undefined): boolean {
  if (node.io.outputs.length > 0) return false;
  if (node.type === 'userTask') return node.formKey !== undefined && formOf(node, known) === undefined;
  return node.type === 'callActivity' || (node.type === 'serviceTask' && node.answer === undefined);
}

const writtenBy = (
  process: ExecutableProcess,
  node: FlowNode,
  known: KnownVariables | undefined,
): readonly string[] => [
  ...node.io.inputs.map(({ target }) => target),
  ...node.io.outputs.map(({ target }) => target),
  ...(formOf(node, known) ?? []),
  ...[node.answer, payloadAt(process, node.id)].flatMap((payload) =>
    (payload?.fields ?? []).map(({ variable }) => variable),
  ),
];
