import { eventKindOf, labelOf, messageOf, referredBy, zeebeAttribute } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import { textIn } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

/** A process that sends the message or signal by which it starts begins another case with each case, without end. */
export const selfStart: Rule = {
  name: 'self-start',
  check: (source) => {
    const begins = new Set(source.nodes.filter((node) => isStart(source, node)).flatMap(occurrenceOf));
    return source.nodes
      .filter(isSent)
      .filter((node) => occurrenceOf(node).some((name) => begins.has(name)))
      .map((node) => ({
        severity: 'warning' as const,
        message: `${labelOf(node)}发出的正是启动本流程的消息或信号，每办一件都会再启动一件，请换一个名称。`,
        elementId: node.id,
      }));
  },
};

const isStart = (source: SourceModel, { type, scope, element }: SourceNode): boolean =>
  (type === 'StartEvent' && scope === source.process?.id) ||
  (type === 'ReceiveTask' && element.instantiate === true);

const isSent = (node: SourceNode): boolean =>
  (node.type === 'SendTask' || node.type === 'EndEvent' || node.type === 'IntermediateThrowEvent') &&
  zeebeAttribute(node, 'taskDefinition', 'type') === undefined;

/** `message <name>` or `signal <name>`; nothing of a node that has neither. */
function occurrenceOf(node: SourceNode): string[] {
  const kind = eventKindOf(node) === 'Signal' ? 'signal' : 'message';
  const referred = kind === 'signal' ? referredBy(node, 'signalRef') : messageOf(node);
  const name = textIn(referred, 'name');
  return name === undefined ? [] : [`${kind} ${name}`];
}
