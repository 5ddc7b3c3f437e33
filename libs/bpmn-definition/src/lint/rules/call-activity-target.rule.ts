import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** A call activity names the process it calls with a constant. */
export const callActivityTarget: Rule = {
  name: 'call-activity-target',
  check: ({ nodes }) =>
    nodes
      .filter(({ type }) => type === 'CallActivity')
      .flatMap((node) => {
        const message = reasonOf(node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function reasonOf(node: SourceNode): string | undefined {
  const process = zeebeAttribute(node, 'calledElement', 'processId');
  if (process === undefined) return `调用活动${labelOf(node)}没有选定流程,请填写流程标识。`;
  return process.startsWith('=')
    ? `调用活动${labelOf(node)}的流程标识要是固定文字,不能是表达式。`
    : undefined;
}
