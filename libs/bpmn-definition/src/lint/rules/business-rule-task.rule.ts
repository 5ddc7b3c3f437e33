import { quoted } from '../../sentence.js';
import { labelOf, zeebeAttribute } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';
import { bindingReasonOf } from './call-activity-target.rule.js';
import { variableName } from './script-task.rule.js';

/** A business rule task names a decision with a constant and the variable that takes its result, or a service. */
export const businessRuleTask: Rule = {
  name: 'business-rule-task',
  check: ({ nodes }) =>
    nodes
      .filter(({ type }) => type === 'BusinessRuleTask')
      .flatMap((node) => {
        const message = reasonOf(node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function reasonOf(node: SourceNode): string | undefined {
  const decision = zeebeAttribute(node, 'calledDecision', 'decisionId');
  const service = zeebeAttribute(node, 'taskDefinition', 'type');
  if ((decision === undefined) === (service === undefined))
    return `业务规则任务${labelOf(node)}要选定一个决策（zeebe:calledDecision）或一个服务（zeebe:taskDefinition）。`;
  if (decision === undefined) return undefined;
  if (decision.startsWith('=')) return `业务规则任务${labelOf(node)}的决策标识要是固定文字，不能是表达式。`;
  const variable = zeebeAttribute(node, 'calledDecision', 'resultVariable') ?? '';
  if (!variableName.test(variable))
    return `业务规则任务${labelOf(node)}的结果变量「${quoted(variable)}」不合规，请用字母开头的名称。`;
  return bindingReasonOf(node, 'calledDecision');
}
