import { readableContent } from './readable-content.rule.js';
import { drawing, findingsOf, start, testRule } from '../drawing.fixture.js';

testRule(readableContent, {
  valid: {
    'BPMN alone': start,
    'what known-word and foreign-behavior name': '<bpmn:fooTask id="x"/><x:y xmlns:x="urn:x"/>',
  },
  invalid: {
    'an attribute without quotes': ['<bpmn:task id=x/>', ['-', '看不懂「<bpmn:task>」，请改正或删除']],
    'text between elements': ['<bpmn:task id="t">words</bpmn:task>', ['-', '看不懂「words」，请改正或删除']],
    'text that is marked as such': [
      '<bpmn:task id="t"><![CDATA[words]]></bpmn:task>',
      ['-', '看不懂「words」'],
    ],
  },
});

it('only warns of foreign elements where things are drawn', async () => {
  const lanes = '<bpmn:laneSet id="l"><x:y xmlns:x="urn:x"/></bpmn:laneSet>';
  const [finding] = await findingsOf(readableContent, drawing(lanes));
  expect(finding).toMatch(/^- warning: .*已略过/);
});
