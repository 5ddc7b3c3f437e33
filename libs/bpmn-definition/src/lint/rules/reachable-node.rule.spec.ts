import { reachableNode } from './reachable-node.rule.js';
import { around, node, testRule } from '../drawing.fixture.js';

testRule(reachableNode, {
  valid: {
    'a line': around(node('task', 'u')),
    'a boundary event': around(node('userTask', 'u') + '<bpmn:boundaryEvent id="b" attachedToRef="u"/>'),
    'a sub-process and an event sub-process':
      around(node('subProcess', 'u', '', node('startEvent', 'i'))) +
      node('subProcess', 'v', '', node('startEvent', 'j'), 'triggeredByEvent="true"'),
  },
  invalid: {
    'a step apart': [around(node('task', 'u')) + node('task', 'v'), ['v', '从开始事件走不到「v」']],
    'a step apart in a sub-process': [
      around(node('subProcess', 'u', '', node('startEvent', 'i') + node('task', 'j'))),
      ['j', '走不到'],
    ],
    'a boundary event of a step apart': [
      around(node('task', 'u')) + node('task', 'v') + '<bpmn:boundaryEvent id="b" attachedToRef="v"/>',
      ['v', '走不到'],
      ['b', '走不到'],
    ],
  },
});
