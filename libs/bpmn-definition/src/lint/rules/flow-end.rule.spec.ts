import { flowEnd } from './flow-end.rule.js';
import { end, flow, node, start, testRule } from '../drawing.fixture.js';

testRule(flowEnd, {
  valid: { 'a flow of one level': start + end + flow('s', 'e') },
  invalid: {
    'a loose end': [start + '<bpmn:sequenceFlow id="f" sourceRef="s"/>', ['f', '没有接好两端']],
    'a flow into a sub-process': [
      start + node('subProcess', 'u', '', node('task', 'i')) + flow('s', 'i'),
      ['s-i', '跨越了子流程边界'],
    ],
    'a flow to a start': [start + node('task', 'u') + flow('u', 's'), ['u-s', '不能指向「s」']],
    'a flow to a boundary event': [
      node('task', 'u') + node('boundaryEvent', 'b') + flow('u', 'b'),
      ['u-b', '不能指向「b」'],
    ],
    'a flow from an end': [end + node('task', 'u') + flow('e', 'u'), ['e-u', '后面不能再有连线']],
  },
});
