import { checkShape, xmlAttributesMax, xmlDepthMax, xmlElementsMax } from './check-shape.js';

const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const attributes = (count: number): string =>
  Array.from({ length: count }, (_none, at) => `a${at}="x"`).join(' ');

describe('checkShape', () => {
  it.each([
    ['as many elements as allowed', '<a/>'.repeat(xmlElementsMax)],
    ['as deep as allowed', nested(xmlDepthMax)],
    ['as many attributes as allowed', `<a ${attributes(xmlAttributesMax)}/>`],
    ['brothers are not deep', '<a></a>'.repeat(xmlDepthMax + 1)],
    ['signs in quotes', `<a b="${'>=<a>'.repeat(100)}" c='"=/>'/>`],
    [
      'what no element is',
      `<?x ${nested(99)}?><!--${nested(99)}--><![CDATA[${nested(99).replaceAll('>', '>=')}]]>`,
    ],
    ['what never ends', '<a b="'.repeat(100)],
    ['a comment that never ends', `<!--${'<a>'.repeat(100)}`],
    ['nothing', ''],
  ])('accepts %s', (_title, xml) => expect(checkShape(xml)).toEqual([]));

  it.each([
    ['one element more', '\n<a/>'.repeat(xmlElementsMax + 1), '元素超过', xmlElementsMax + 2],
    ['one level more', `\n${nested(xmlDepthMax + 1)}`, '嵌套超过', 2],
    ['one attribute more', `<b>\n</b><a ${attributes(xmlAttributesMax + 1)}/>`, '属性超过', 2],
  ])('refuses %s with the line', (_title, xml, message, line) =>
    expect(checkShape(xml)).toEqual([
      { severity: 'error', rule: 'text-limits', message: expect.stringContaining(message) as string, line },
    ]),
  );
});
