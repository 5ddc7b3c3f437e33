import { boundaryAttachment } from './boundary-attachment.rule.js';
import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';

const on = (host: string): string => `<bpmn:boundaryEvent id="b" attachedToRef="${host}"/>`;

const event = (host: string, kind: string, attributes = ''): string =>
  node('boundaryEvent', 'b', '', `<bpmn:${kind}EventDefinition/>`, `attachedToRef="${host}" ${attributes}`);

testRule(boundaryAttachment, {
  valid: {
    'a user task': node('userTask', 'u') + on('u'),
    'a sub-process': node('subProcess', 'u') + on('u'),
    'inside a sub-process': node('subProcess', 'v', '', node('serviceTask', 'u') + on('u')),
    'a receive task': node('receiveTask', 'u') + on('u'),
    'a transaction': node('transaction', 'u') + on('u'),
    'a send task that a service carries out':
      node('sendTask', 'u', '<zeebe:taskDefinition type="town.mail"/>') + on('u'),
    'a script that can be undone': node('scriptTask', 'u') + event('u', 'compensate'),
  },
  invalid: {
    'a send task that is done at once': [node('sendTask', 'u') + on('u'), ['b', 'warning: 「u」当即完成']],
    'an error that does not interrupt': [
      node('serviceTask', 'u') + event('u', 'error', 'cancelActivity="false"'),
      ['b', '总是中断'],
    ],
    'a gateway that could be undone': [
      node('exclusiveGateway', 'u') + event('u', 'compensate'),
      ['b', '不能放边界事件'],
    ],
    nothing: ['<bpmn:boundaryEvent id="b"/>', ['b', '没有附着在步骤上']],
    'another level': [node('subProcess', 'v', '', node('userTask', 'u')) + on('u'), ['b', '不在同一层']],
    'a script, on which it never happens': [
      node('scriptTask', 'u') + on('u'),
      ['b', 'warning: 「u」当即完成'],
    ],
    'an event sub-process': [
      node('subProcess', 'u', '', '', 'triggeredByEvent="true"') + on('u'),
      ['b', '不能放边界事件'],
    ],
  },
});

it('boundaryAttachment accepts one that a loop tells of its members', async () => {
  const members = '<bpmn:multiInstanceLoopCharacteristics behavior="One" oneBehaviorEventRef="d"/>';
  const inside = node('scriptTask', 'u', '', members) + event('u', 'signal');
  expect(
    await findingsOf(boundaryAttachment, drawing(inside, '<bpmn:signalEventDefinition id="d"/>')),
  ).toEqual([]);
});
