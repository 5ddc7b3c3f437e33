import { attributeLengthMax, nameLengthMax, textLength } from './text-length.rule.js';
import { drawing, findingsOf, node, start, testRule } from '../drawing.fixture.js';

const named = (length: number): string => node('task', 'u', '', '', `name="${'名'.repeat(length)}"`);
const guarded = (length: number): string => node('task', 'u', `<wq:guard message="${'句'.repeat(length)}"/>`);

testRule(textLength, {
  valid: { 'a long name': named(nameLengthMax), 'a long sentence': guarded(attributeLengthMax) },
  invalid: {
    'a name that is too long': [named(nameLengthMax + 1), ['u', '名称「名+…」超过 200']],
    'a sentence that is too long': [guarded(attributeLengthMax + 1), ['u', 'guard/message」超过']],
    'a child of an extension': [
      node('task', 'u', `<wq:ladder><wq:rung note="${'x'.repeat(attributeLengthMax + 1)}"/></wq:ladder>`),
      ['u', 'rung/note」超过'],
    ],
    'text of an extension': [
      node('task', 'u', `<wq:note>${'x'.repeat(attributeLengthMax + 1)}</wq:note>`),
      ['u', 'note/text」超过'],
    ],
  },
});

it('looks at messages and the process', async () => {
  const long = `name="${'x'.repeat(nameLengthMax + 1)}"`;
  const xml = drawing(start, `<bpmn:message id="m" ${long}/>`).replace('name="P"', long);
  expect(await findingsOf(textLength, xml)).toEqual([
    expect.stringMatching(/^p error/),
    expect.stringMatching(/^m error/),
  ]);
});
