import { startEvent } from './start-event.rule.js';
import { end, node, start, testRule } from '../drawing.fixture.js';

const byMessage = node('startEvent', 'm', '', '<bpmn:messageEventDefinition/>');

testRule(startEvent, {
  valid: {
    'one start': start,
    'a message start beside it': start + byMessage,
    'a message start alone': byMessage,
  },
  invalid: {
    'no start': [end, ['p', '没有开始事件']],
    'a start in a sub-process only': [node('subProcess', 'u', '', start), ['p', '没有开始事件']],
    'three plain starts': [
      start + node('startEvent', 'a') + node('startEvent', 'b'),
      ['a', '只留一个'],
      ['b', '只留一个'],
    ],
  },
});
