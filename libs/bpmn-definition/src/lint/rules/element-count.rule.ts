import type { Rule } from '../rule.js';

export const elementsMax = 2_000;

/** Steps and connections of one process together. */
export const elementCount: Rule = {
  name: 'element-count',
  check: ({ nodes, flows, process }) =>
    nodes.length + flows.length <= elementsMax
      ? []
      : [{ message: `流程的步骤和连线超过 ${elementsMax} 个，请拆成几个流程。`, elementId: process?.id }],
};
