import { deadEnd } from './dead-end.rule.js';
import { around, flow, node, start, testRule } from '../drawing.fixture.js';

testRule(deadEnd, {
  valid: {
    'a line': around(node('task', 'u')),
    'a process with neither start nor end event':
      node('receiveTask', 'r') + node('task', 'u') + flow('r', 'u'),
    'an event sub-process': node('subProcess', 'u', '', '', 'triggeredByEvent="true"'),
  },
  invalid: {
    'a step that leads nowhere': [start + node('task', 'u') + flow('s', 'u'), ['u', '「u」后面没有连线']],
    'a boundary event that leads nowhere': [node('boundaryEvent', 'b'), ['b', '后面没有连线']],
  },
});
