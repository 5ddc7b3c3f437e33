import { eventDefinition } from './event-definition.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const timer = '<bpmn:timerEventDefinition/>';
const message = '<bpmn:messageEventDefinition/>';
const signal = '<bpmn:signalEventDefinition/>';
const triggered = 'triggeredByEvent="true"';

testRule(eventDefinition, {
  valid: {
    'start events':
      node('startEvent', 'a') + node('startEvent', 'b', '', timer) + node('startEvent', 'c', '', message),
    'end events': node('endEvent', 'a') + node('endEvent', 'b', '', '<bpmn:terminateEventDefinition/>'),
    'catch events': node('intermediateCatchEvent', 'a', '', timer) + node('boundaryEvent', 'b', '', message),
    'the start of an event sub-process': node(
      'subProcess',
      'a',
      '',
      node('startEvent', 'b', '', timer),
      triggered,
    ),
  },
  invalid: {
    signals: [node('startEvent', 'a', '', signal), ['a', '事件类型 Signal 在这里不支持,可用:空、消息、定时']],
    errors: [node('boundaryEvent', 'a', '', '<bpmn:errorEventDefinition/>'), ['a', '事件类型 Error']],
    escalations: [
      node('endEvent', 'a', '', '<bpmn:escalationEventDefinition/>'),
      ['a', '事件类型 Escalation'],
    ],
    compensation: [
      node('boundaryEvent', 'a', '', '<bpmn:compensateEventDefinition/>'),
      ['a', '事件类型 Compensate'],
    ],
    'messages that are sent': [node('endEvent', 'a', '', message), ['a', '可用:空、终止']],
    'two definitions': [node('startEvent', 'a', '', timer + message), ['a', '有几个事件定义']],
    'a catch event that waits for nothing': [node('intermediateCatchEvent', 'a'), ['a', '事件类型 None']],
    'a triggered start in a plain sub-process': [
      node('subProcess', 'v', '', node('startEvent', 'a', '', timer)),
      ['a', '可用:空'],
    ],
    'a plain start in an event sub-process': [
      node('subProcess', 'v', '', node('startEvent', 'a'), triggered),
      ['a', '可用:消息、定时'],
    ],
  },
});
