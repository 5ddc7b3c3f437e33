import { serviceTaskType } from './service-task-type.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const task = (attributes: string): string =>
  node('serviceTask', 'u', `<zeebe:taskDefinition ${attributes}/>`);

testRule(serviceTaskType, {
  valid: {
    ours: task('type="wuqing.judge-resolution"'),
    'a town’s, with retries': task('type="longcheng.send-letter" retries="5"'),
  },
  invalid: {
    'no type': [node('serviceTask', 'u'), ['u', '没有类型']],
    'a type without owner': [task('type="judge"'), ['u', '写成「乡镇.名称」']],
    'an expression as type': [task('type="=a"'), ['u', '不合规']],
    'retries that are no number': [task('type="wuqing.x" retries="=n"'), ['u', '0 至 99']],
    'retries of a service that sends': [
      node('sendTask', 'u', '<zeebe:taskDefinition type="a.b" retries="three"/>'),
      ['u', '0 至 99'],
    ],
    'retries of a service that decides': [
      node('businessRuleTask', 'u', '<zeebe:taskDefinition type="a.b" retries="100"/>'),
      ['u', '0 至 99'],
    ],
  },
});
