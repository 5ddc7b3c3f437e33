import { quoted } from '../../sentence.js';
import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

const typePattern = /^[A-Za-z][\w-]{0,49}\.[A-Za-z][\w.-]{0,99}$/;

/** A service task says who serves it: `wuqing.<name>` or `<town>.<name>`; `retries` is a small whole number. */
export const serviceTaskType: Rule = {
  name: 'service-task-type',
  check: ({ nodes }) =>
    nodes
      .filter(({ type }) => type === 'ServiceTask')
      .flatMap((node) => messagesOf(node).map((message) => ({ message, elementId: node.id }))),
};

function messagesOf(node: SourceNode): string[] {
  const type = zeebeAttribute(node, 'taskDefinition', 'type');
  const retries = zeebeAttribute(node, 'taskDefinition', 'retries');
  const messages: string[] = [];
  if (type === undefined)
    messages.push(`服务任务${labelOf(node)}没有类型,请填写,例如 wuqing.judge-resolution。`);
  else if (!typePattern.test(type))
    messages.push(`服务任务${labelOf(node)}的类型「${quoted(type)}」不合规,请写成「乡镇.名称」。`);
  if (retries !== undefined && !/^\d{1,2}$/.test(retries))
    messages.push(`${labelOf(node)}的重试次数要写 0 至 99 的整数。`);
  return messages;
}
