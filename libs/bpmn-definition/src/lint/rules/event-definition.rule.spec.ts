import { eventDefinition } from './event-definition.rule.js';
import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';

const of = (kind: string): string => `<bpmn:${kind}EventDefinition/>`;
const triggered = 'triggeredByEvent="true"';

/** An event of this type for each kind. */
const each = (type: string, ...kinds: readonly string[]): string =>
  kinds.map((kind, at) => node(type, `${type}${at}`, '', kind === '' ? '' : of(kind))).join('');

const event = (...kinds: readonly string[]): string =>
  kinds
    .map((kind, at) =>
      node('subProcess', `v${at}`, '', node('startEvent', `s${at}`, '', of(kind)), triggered),
    )
    .join('');

testRule(eventDefinition, {
  valid: {
    'start events': each('startEvent', '', 'timer', 'message', 'signal', 'conditional'),
    'end events': each(
      'endEvent',
      '',
      'terminate',
      'message',
      'signal',
      'error',
      'escalation',
      'compensate',
      'cancel',
    ),
    'catch events': each('intermediateCatchEvent', 'timer', 'message', 'signal', 'conditional', 'link'),
    'throw events': each(
      'intermediateThrowEvent',
      '',
      'message',
      'signal',
      'escalation',
      'compensate',
      'link',
    ),
    'boundary events': each(
      'boundaryEvent',
      'timer',
      'message',
      'signal',
      'conditional',
      'error',
      'escalation',
      'compensate',
      'cancel',
    ),
    'starts of event sub-processes': event(
      'timer',
      'message',
      'signal',
      'conditional',
      'error',
      'escalation',
      'compensate',
    ),
  },
  invalid: {
    'an error that starts a process': [
      node('startEvent', 'a', '', of('error')),
      ['a', '事件类型 Error 在这里不支持，可用：空、消息、定时、条件、信号'],
    ],
    'a cancellation that starts': [
      node('subProcess', 'v', '', node('startEvent', 'a', '', of('cancel')), triggered),
      ['a', '事件类型 Cancel'],
    ],
    'an error in between': [node('intermediateThrowEvent', 'a', '', of('error')), ['a', '事件类型 Error']],
    'an escalation that is awaited': [
      node('intermediateCatchEvent', 'a', '', of('escalation')),
      ['a', '事件类型 Escalation'],
    ],
    'a timer that is thrown': [node('endEvent', 'a', '', of('timer')), ['a', '事件类型 Timer']],
    'a link at a boundary': [node('boundaryEvent', 'a', '', of('link')), ['a', '事件类型 Link']],
    'two definitions': [node('startEvent', 'a', '', of('timer') + of('message')), ['a', '有几个事件定义']],
    'a catch event that waits for nothing': [node('intermediateCatchEvent', 'a'), ['a', '事件类型 None']],
    'a triggered start in a plain sub-process': [
      node('subProcess', 'v', '', node('startEvent', 'a', '', of('timer'))),
      ['a', '可用：空'],
    ],
    'a plain start in an event sub-process': [
      node('subProcess', 'v', '', node('startEvent', 'a'), triggered),
      ['a', '可用：消息、定时、错误、升级、补偿、条件、信号'],
    ],
  },
});

describe('event-definition', () => {
  const referring = node(
    'intermediateCatchEvent',
    'c',
    '',
    '<bpmn:eventDefinitionRef>shared</bpmn:eventDefinitionRef>',
  );
  it.each([
    ['timer', []],
    ['escalation', [expect.stringContaining('事件类型 Escalation')]],
  ])('takes the definition that an event refers to for its own: %s', async (kind, found) =>
    expect(
      await findingsOf(eventDefinition, drawing(referring, `<bpmn:${kind}EventDefinition id="shared"/>`)),
    ).toEqual(found),
  );
});
