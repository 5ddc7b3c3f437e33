import { elementId } from './element-id.rule.js';
import { testRule } from '../drawing.fixture.js';

testRule(elementId, {
  valid: { letters: '<bpmn:task id="Activity_1-a.b"/>', 'a dot': '<bpmn:task id="a.1"/>' },
  invalid: {
    'a step without id': ['<bpmn:task name="登记"/>', ['-', '「登记」没有标识']],
    'a connection without id': [
      '<bpmn:task id="t"/><bpmn:sequenceFlow sourceRef="t" targetRef="t"/>',
      ['-', '没有标识'],
    ],
    'a name of prototypes': ['<bpmn:task id="__proto__"/>', ['__proto__', '不合规']],
    'a very long id': [`<bpmn:task id="${'a'.repeat(101)}"/>`, ['a+', '不合规']],
  },
});
