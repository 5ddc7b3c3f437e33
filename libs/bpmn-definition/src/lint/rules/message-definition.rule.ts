import { attributeOf, eventKindOf, extensionOf, labelOf, messageOf } from '../../source/look-up.js';
import { zeebeOf } from '../../source/extension.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import { textIn } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

/** A message has a constant name and, unless it starts a process, a correlation key. */
export const messageDefinition: Rule = {
  name: 'message-definition',
  check: (source) =>
    source.nodes
      .filter((node) => eventKindOf(node) === 'Message' && node.type !== 'EndEvent')
      .flatMap((node) => {
        const message = reasonOf(source, node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const message = messageOf(node);
  if (!message) return `${labelOf(node)}没有选定消息,请选一个。`;
  if (message.id === undefined || message.id === '') return `${labelOf(node)}的消息没有标识(id),请补上。`;
  const name = textIn(message, 'name');
  if (name === undefined) return `${labelOf(node)}的消息没有名称,请填写。`;
  if (name.startsWith('=')) return `${labelOf(node)}的消息名称要是固定文字,不能是表达式。`;
  const startsProcess = node.type === 'StartEvent' && node.scope === source.process?.id;
  const key = attributeOf(extensionOf(zeebeOf(message), 'subscription'), 'correlationKey');
  return startsProcess || key !== undefined
    ? undefined
    : `消息「${name}」没有关联键,请填写,例如 =caseNumber。`;
}
