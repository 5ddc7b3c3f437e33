import { boundaryAttachment } from './boundary-attachment.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const on = (host: string): string => `<bpmn:boundaryEvent id="b" attachedToRef="${host}"/>`;

testRule(boundaryAttachment, {
  valid: {
    'a user task': node('userTask', 'u') + on('u'),
    'a sub-process': node('subProcess', 'u') + on('u'),
    'inside a sub-process': node('subProcess', 'v', '', node('serviceTask', 'u') + on('u')),
  },
  invalid: {
    nothing: ['<bpmn:boundaryEvent id="b"/>', ['b', '没有附着在步骤上']],
    'another level': [node('subProcess', 'v', '', node('userTask', 'u')) + on('u'), ['b', '不在同一层']],
    'a script': [node('scriptTask', 'u') + on('u'), ['b', '「u」上不能放边界事件']],
    'an event sub-process': [
      node('subProcess', 'u', '', '', 'triggeredByEvent="true"') + on('u'),
      ['b', '不能放边界事件'],
    ],
  },
});
