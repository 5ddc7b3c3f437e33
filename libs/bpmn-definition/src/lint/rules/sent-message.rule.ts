import { quoted } from '../../sentence.js';
import { eventKindOf, labelOf, messageOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import { textIn } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

const typePattern = /^[A-Za-z][\w-]{0,49}\.[A-Za-z][\w.-]{0,99}$/;

/** Who sends a message says which, with a constant name, or names the service that sends it. */
export const sentMessage: Rule = {
  name: 'sent-message',
  check: ({ nodes }) =>
    nodes.filter(sends).flatMap((node) => {
      const message = reasonOf(node);
      return message === undefined ? [] : [{ message, elementId: node.id }];
    }),
};

const sends = (node: SourceNode): boolean =>
  node.type === 'SendTask' ||
  (eventKindOf(node) === 'Message' && (node.type === 'EndEvent' || node.type === 'IntermediateThrowEvent'));

function reasonOf(node: SourceNode): string | undefined {
  const worker = zeebeAttribute(node, 'taskDefinition', 'type');
  if (worker !== undefined && node.wuqing.some(({ name }) => name === 'send'))
    return `${labelOf(node)}由服务发送，wq:send 不起作用，请删去其中一个。`;
  if (worker !== undefined)
    return typePattern.test(worker)
      ? undefined
      : `${labelOf(node)}的类型「${quoted(worker)}」不合规，请写成「乡镇.名称」。`;
  const message = messageOf(node);
  if (!message) return `${labelOf(node)}没有选定要发送的消息，请选一个。`;
  const name = textIn(message, 'name');
  if (message.id === undefined || name === undefined)
    return `${labelOf(node)}要发送的消息没有标识或名称，请填写。`;
  return name.startsWith('=') ? `${labelOf(node)}的消息名称要是固定文字，不能是表达式。` : undefined;
}
