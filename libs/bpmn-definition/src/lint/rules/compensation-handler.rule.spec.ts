import { compensationHandler } from './compensation-handler.rule.js';
import { flow, node, testRule } from '../drawing.fixture.js';

const compensate = '<bpmn:compensateEventDefinition/>';
const handler = (id = 'h'): string => node('task', id, '', '', 'isForCompensation="true"');
const boundary = node('boundaryEvent', 'b', '', compensate, 'attachedToRef="u"');
const join = (from: string, to: string): string =>
  `<bpmn:association id="${from}-with-${to}" sourceRef="${from}" targetRef="${to}"/>`;
const undone = node('task', 'u') + boundary + handler() + join('b', 'h');
const thrown = (attributes: string): string =>
  node('endEvent', 'x', '', `<bpmn:compensateEventDefinition ${attributes}/>`);

testRule(compensationHandler, {
  valid: {
    'a step with the one that undoes it': undone,
    'an association drawn the other way': node('task', 'u') + boundary + handler() + join('h', 'b'),
    'what is thrown on the same level': undone + thrown('activityRef="u"'),
    'what is thrown from an event sub-process':
      undone + node('subProcess', 'v', '', thrown('activityRef="u"'), 'triggeredByEvent="true"'),
    'a compensation event sub-process': node(
      'subProcess',
      'v',
      '',
      node('startEvent', 's', '', compensate),
      'triggeredByEvent="true"',
    ),
    'one that is marked for compensation': node(
      'subProcess',
      'v',
      '',
      node('startEvent', 's', '', compensate),
      'triggeredByEvent="true" isForCompensation="true"',
    ),
  },
  invalid: {
    'no step that undoes': [node('task', 'u') + boundary, ['b', '现在有 0 个']],
    'two steps that undo': [undone + handler('k') + join('b', 'k'), ['b', '现在有 2 个']],
    'a step that undoes nothing': [handler(), ['h', '现在有 0 个']],
    'a step that undoes and is reached by a flow': [
      undone + node('task', 'w') + flow('w', 'h'),
      ['h', '不能有连线'],
    ],
    'a compensation event with a flow': [undone + flow('b', 'u'), ['b', '后面不能有连线']],
    'a step on another level': [
      node('task', 'u') + boundary + node('subProcess', 'v', '', handler()) + join('b', 'h'),
      ['b', '不在同一层'],
    ],
    'a thrown event that names a step elsewhere': [
      undone + node('subProcess', 'v', '', thrown('activityRef="u"')),
      ['x', '不在同一层'],
    ],
    'a thrown event that does not wait': [
      undone + thrown('waitForCompletion="false"'),
      ['x', 'waitForCompletion'],
    ],
  },
});
