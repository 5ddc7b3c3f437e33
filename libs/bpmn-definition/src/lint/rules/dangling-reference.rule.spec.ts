import { danglingReference } from './dangling-reference.rule.js';
import { drawing, end, findingsOf, flow, start, testRule } from '../drawing.fixture.js';

testRule(danglingReference, {
  valid: { 'a flow between two events': start + end + flow('s', 'e') },
  invalid: {
    'a flow to nowhere': [start + flow('s', 'x'), ['s-x', 'targetRef 指向的元素「x」不存在']],
    'a boundary event on nothing': [
      '<bpmn:boundaryEvent id="b" attachedToRef="x"/>',
      ['b', 'attachedToRef 指向的元素「x」'],
    ],
    'a default flow that is not there': [
      '<bpmn:exclusiveGateway id="g" default="x"/>',
      ['g', 'default 指向的元素「x」'],
    ],
  },
});

it('danglingReference only warns of a type of another schema', async () =>
  expect(
    await findingsOf(danglingReference, drawing('', '<bpmn:signal id="g" structureRef="String"/>')),
  ).toEqual([expect.stringContaining('g warning: structureRef 指向的元素「String」')]));
