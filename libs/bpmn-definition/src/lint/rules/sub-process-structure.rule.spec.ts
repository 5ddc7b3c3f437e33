import { subProcessStructure } from './sub-process-structure.rule.js';
import { flow, node, start, testRule } from '../drawing.fixture.js';

const inner = node('startEvent', 'i');
const triggered = 'triggeredByEvent="true"';

testRule(subProcessStructure, {
  valid: {
    'one start': node('subProcess', 'u', '', inner),
    'an ad-hoc sub-process': node('adHocSubProcess', 'u', '', node('task', 't')),
    'an event sub-process': node('subProcess', 'u', '', inner, triggered),
  },
  invalid: {
    'no start': [node('subProcess', 'u'), ['u', '现在有 0 个']],
    'two starts': [node('subProcess', 'u', '', inner + node('startEvent', 'j')), ['u', '现在有 2 个']],
    'an ad-hoc sub-process with a start event': [
      node('adHocSubProcess', 'u', '', inner + node('task', 't')),
      ['i', '不能有开始或结束事件'],
    ],
    'an empty ad-hoc sub-process': [node('adHocSubProcess', 'u'), ['u', '没有可以启动的步骤']],
    'an event sub-process with a connection': [
      start + node('subProcess', 'u', '', inner, triggered) + flow('s', 'u'),
      ['u', '由事件触发，请删去它的连线'],
    ],
  },
});
