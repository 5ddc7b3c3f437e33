import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** Somebody is named for every user task. */
export const userTaskAssignment: Rule = {
  name: 'user-task-assignment',
  check: ({ nodes }) =>
    nodes
      .filter(({ type }) => type === 'UserTask')
      .filter((node) =>
        ['assignee', 'candidateGroups', 'candidateUsers'].every(
          (attribute) => zeebeAttribute(node, 'assignmentDefinition', attribute) === undefined,
        ),
      )
      .map((node) => ({ message: `${labelOf(node)}没有办理人,请设办理人或候选岗位。`, elementId: node.id })),
};
