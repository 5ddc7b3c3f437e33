import { quoted } from '../../sentence.js';
import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

const typePattern = /^[A-Za-z][\w-]{0,49}\.[A-Za-z][\w.-]{0,99}$/;

/** A service task says who serves it: `wuqing.<name>` or `<town>.<name>`; `retries` of any service is a small whole number. */
export const serviceTaskType: Rule = {
  name: 'service-task-type',
  check: ({ nodes }) =>
    nodes.flatMap((node) =>
      [typeReasonOf(node), retriesReasonOf(node)]
        .filter((message) => message !== undefined)
        .map((message) => ({ message, elementId: node.id })),
    ),
};

function typeReasonOf(node: SourceNode): string | undefined {
  if (node.type !== 'ServiceTask') return undefined;
  const type = zeebeAttribute(node, 'taskDefinition', 'type');
  if (type === undefined) return `服务任务${labelOf(node)}没有类型，请填写，例如 wuqing.judge-resolution。`;
  return typePattern.test(type)
    ? undefined
    : `服务任务${labelOf(node)}的类型「${quoted(type)}」不合规，请写成「乡镇.名称」。`;
}

function retriesReasonOf(node: SourceNode): string | undefined {
  const retries = zeebeAttribute(node, 'taskDefinition', 'retries');
  return retries === undefined || /^\d{1,2}$/.test(retries)
    ? undefined
    : `${labelOf(node)}的重试次数要写 0 至 99 的整数。`;
}
