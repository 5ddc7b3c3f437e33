import { readableContent } from './readable-content.rule.js';
import { drawing, findingsOf, start, testRule } from '../drawing.fixture.js';

testRule(readableContent, {
  valid: {
    'BPMN alone': start,
    'unknown wq elements':
      '<bpmn:task id="t"><bpmn:extensionElements><wq:new a="1"/></bpmn:extensionElements></bpmn:task>',
  },
  invalid: {
    'an element that BPMN does not have': [
      '<bpmn:fooTask id="x"/>',
      ['-', '看不懂「<bpmn:fooTask>」,请改正或删除'],
    ],
    'an id that is no name': ['<bpmn:task id="a#1"/>', ['-', '标识「a#1」不合规']],
    'text between elements': ['<bpmn:task id="t">words</bpmn:task>', ['-', '请改正或删除']],
  },
});

it('only warns of foreign elements', async () => {
  const [finding] = await findingsOf(readableContent, drawing('<x:y xmlns:x="urn:x"/>'));
  expect(finding).toMatch(/^- warning: .*已略过/);
});
