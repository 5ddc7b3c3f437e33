import { isEventSubProcess, labelOf } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** What is no end event leads on. */
export const deadEnd: Rule = {
  name: 'dead-end',
  check: ({ nodes }) =>
    nodes
      .filter((node) => node.outgoing.length === 0 && node.type !== 'EndEvent' && !isEventSubProcess(node))
      .map((node) => ({
        message: `${labelOf(node)}后面没有连线,请连到下一步或结束事件。`,
        elementId: node.id,
      })),
};
