import { quoted } from '../../sentence.js';
import { attributeOf, eventKindOf, extensionOf, labelOf, messageOf } from '../../source/look-up.js';
import { zeebeOf } from '../../source/extension.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import { textIn } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

/** A message that is caught has a constant name and, unless it starts a process, a correlation key. */
export const messageDefinition: Rule = {
  name: 'message-definition',
  check: (source) =>
    source.nodes
      .filter((node) => node.type === 'ReceiveTask' || (eventKindOf(node) === 'Message' && !throws(node)))
      .flatMap((node) => {
        const message = reasonOf(source, node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

const throws = ({ type }: SourceNode): boolean => type === 'EndEvent' || type === 'IntermediateThrowEvent';

/** Whether its message begins the process, so that no case is looked for. */
const startsProcess = (source: SourceModel, node: SourceNode): boolean =>
  (node.type === 'StartEvent' && node.scope === source.process?.id) ||
  (node.type === 'ReceiveTask' && node.element.instantiate === true) ||
  node.incoming.some(({ source: from }) => source.nodeById.get(from ?? '')?.element.instantiate === true);

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const message = messageOf(node);
  if (!message) return `${labelOf(node)}没有选定消息，请选一个。`;
  if (message.id === undefined || message.id === '') return `${labelOf(node)}的消息没有标识（id），请补上。`;
  const name = textIn(message, 'name');
  if (name === undefined) return `${labelOf(node)}的消息没有名称，请填写。`;
  if (name.startsWith('=')) return `${labelOf(node)}的消息名称要是固定文字，不能是表达式。`;
  const key = attributeOf(extensionOf(zeebeOf(message), 'subscription'), 'correlationKey');
  return startsProcess(source, node) || key !== undefined
    ? undefined
    : `消息「${quoted(name)}」没有关联键，请填写，例如 =caseNumber。`;
}
