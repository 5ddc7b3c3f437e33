import { businessRuleTask } from './business-rule-task.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const rule = (attributes: string): string =>
  node('businessRuleTask', 'u', `<zeebe:calledDecision ${attributes}/>`);

testRule(businessRuleTask, {
  valid: {
    'a decision': rule('decisionId="fee" resultVariable="amount"'),
    'a tagged version': rule(
      'decisionId="fee" resultVariable="amount" bindingType="versionTag" versionTag="v1"',
    ),
    'a service': node('businessRuleTask', 'u', '<zeebe:taskDefinition type="town.decide"/>'),
  },
  invalid: {
    'neither decision nor service': [node('businessRuleTask', 'u'), ['u', '要选定一个决策']],
    'a computed decision': [rule('decisionId="=x" resultVariable="amount"'), ['u', '固定文字']],
    'no result variable': [rule('decisionId="fee"'), ['u', '结果变量']],
    'an unknown binding': [rule('decisionId="fee" resultVariable="a" bindingType="newest"'), ['u', 'newest']],
    'a tag that is not there': [
      rule('decisionId="fee" resultVariable="a" bindingType="versionTag"'),
      ['u', '标签'],
    ],
  },
});
