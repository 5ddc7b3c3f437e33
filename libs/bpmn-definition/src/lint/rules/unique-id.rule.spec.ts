import { uniqueId } from './unique-id.rule.js';
import { end, start, testRule } from '../drawing.fixture.js';

testRule(uniqueId, {
  valid: { 'two ids': start + end },
  invalid: {
    'an id used twice': [start + '<bpmn:endEvent id="s"/>', ['s', '标识「s」用了不止一次']],
    'an id of the process used again': ['<bpmn:task id="p"/>', ['p', '换一个标识']],
  },
});
