import { endEvent } from './end-event.rule.js';
import { end, node, start, testRule } from '../drawing.fixture.js';

testRule(endEvent, {
  valid: {
    'one end': start + end,
    'a process with neither start nor end event': node('receiveTask', 'r'),
    'an end at each level': end + node('subProcess', 'u', '', node('endEvent', 'i')),
  },
  invalid: {
    'no end': [start, ['p', '流程没有结束事件']],
    'a sub-process without end': [
      end + node('subProcess', 'u', '', node('startEvent', 'i')),
      ['u', '子流程「u」没有结束事件'],
    ],
  },
});
