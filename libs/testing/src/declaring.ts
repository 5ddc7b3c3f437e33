import type { DeclaredPayload, ExecutableProcess, FlowNode, PayloadField } from '@wuqing/bpmn-model';

/** Names under which their own values come in, each of one type. */
type Fields = Readonly<Record<string, PayloadField['type']>>;

/** What everybody may say to a drawn process: the variables that its conditions read. */
const drawn: Fields = { n: 'integer', again: 'boolean' };

/** The process with the same declaration wherever something comes in from outside. */
export function declaring(process: ExecutableProcess, fields: Fields = drawn): ExecutableProcess {
  const said = payloadOfFields(fields);
  return {
    ...process,
    nodes: mapped(process.nodes, (node) => (isServed(node) ? { ...node, answer: said } : node)),
    messages: mapped(process.messages, (message) => ({ ...message, payload: said })),
    ...(process.signals && { signals: mapped(process.signals, (signal) => ({ ...signal, payload: said })) }),
  };
}

export const payloadOfFields = (fields: Fields): DeclaredPayload => ({
  fields: Object.entries(fields).map(([name, type]) => ({ name, variable: name, title: name, type })),
});

function isServed(node: FlowNode): boolean {
  if (node.type === 'sendTask') return node.definition.worker !== undefined;
  return node.type === 'serviceTask' || (node.type === 'businessRuleTask' && node.worker !== undefined);
}

const mapped = <T>(record: Readonly<Record<string, T>>, change: (each: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, each]) => [key, change(each)]));
