import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** A user task without form can only be confirmed. */
export const userTaskForm: Rule = {
  name: 'user-task-form',
  check: ({ nodes }) =>
    nodes
      .filter(
        (node) => node.type === 'UserTask' && zeebeAttribute(node, 'formDefinition', 'formId') === undefined,
      )
      .map((node) => ({
        severity: 'warning' as const,
        message: `${labelOf(node)}没有表单，办理人只能点「完成」，如需填写请选一个表单。`,
        elementId: node.id,
      })),
};
