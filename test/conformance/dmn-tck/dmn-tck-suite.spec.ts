import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSuites } from '../report/run-suites.mjs';
import { dmnTckSuite } from './dmn-tck-suite.mjs';
import { readTestCases, TEST_CASES } from './read-test-cases.mjs';
import { sameValue } from './same-value.mjs';

const models = fileURLToPath(new URL('./models', import.meta.url));

interface Row {
  readonly case: string;
  readonly chapter: string;
  readonly outcome: string;
  readonly said: readonly string[];
}

describe('a folder of the layout of the DMN kit', () => {
  let rows: readonly Row[];
  beforeAll(async () => void (rows = (await dmnTckSuite(models)) as readonly Row[]));

  const of = (outcome: string): string[] =>
    rows
      .filter((row) => row.outcome === outcome)
      .map((row) => `${row.chapter} ${row.case.split('.xml ')[1] ?? row.said[0] ?? ''}`);

  it('is right where a value is expected, and nowhere silently wrong', () => {
    expect(of('wrong')).toEqual([]);
    expect(of('right').length).toBeGreaterThan(180);
  });

  it('is refused by name where something is not executed', () =>
    expect(of('refused by name')).toEqual([
      '0076-external 001 Java',
      '0086-import 001 Uses',
      '0200-broken 001 d',
    ]));

  it('counts apart what is refused, or faults, where the kit asks for null', () =>
    expect([...new Set(of('refused where null is expected').map((name) => name.split(' ')[0]))]).toEqual([
      ...['1-1', '1-2', '1-3', '1-4', '1-5'].map((version) => `0030-version-${version}`),
      '0030-functions',
      '0034-scopes',
      '0082-coercion',
      '0085-decision-services',
      '0088-no-logic',
      '0100-wrong-arguments',
    ]));

  it('goes on behind a file that cannot be run', () =>
    expect(of('not run')).toEqual([
      expect.stringContaining('unclosed tag'),
      '0200-broken Expected the model "absent.dmn" beside its tests',
    ]));

  it('may be a copy of the kit itself, from any of its floors on', async () => {
    const suites = (await runSuites(models)) as { 'dmn-tck': readonly Row[] };
    expect(suites['dmn-tck']).toHaveLength(rows.length);
    const inside = (await runSuites(join(models, 'TestCases'))) as { 'dmn-tck': readonly Row[] };
    expect(inside['dmn-tck']).toHaveLength(rows.length);
  });
});

describe('a value of a test file', () => {
  const valueIn = (inside: string) => {
    const file = `<t:testCases xmlns:t="${TEST_CASES}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="urn:xsd">
<t:testCase id="1"><t:resultNode name="d"><t:expected>${inside}</t:expected></t:resultNode></t:testCase></t:testCases>`;
    return readTestCases(file).cases[0]!.results[0]!.expected;
  };
  const simple = (type: string, text: string) => valueIn(`<t:value xsi:type="x:${type}">${text}</t:value>`);

  it.each<[what: string, expected: ReturnType<typeof valueIn>, found: unknown, same: boolean]>([
    ['nil', valueIn('<t:value xsi:nil="true"/>'), null, true],
    ['nothing', valueIn(''), null, true],
    ['nil and a value', valueIn('<t:value xsi:nil="true"/>'), 0, false],
    ['a number, nearly', simple('decimal', ' 0.333333333333 '), 1 / 3, true],
    ['a large number, nearly', simple('double', '1e20'), 1e20 + 1e5, true],
    ['another number', simple('decimal', '0.34'), 1 / 3, false],
    ['a number and its text', simple('decimal', '1'), '1', false],
    ['a text with spaces', simple('string', ' a &amp; b '), ' a & b ', true],
    ['a text in a section', simple('string', '<![CDATA[<a>]]>'), '<a>', true],
    ['a value without a type', valueIn('<t:value>1</t:value>'), '1', true],
    ['truth', simple('boolean', '1'), true, true],
    ['a local date-time as UTC', simple('dateTime', '2026-01-02T03:04:05'), '2026-01-02T03:04:05Z', true],
    [
      'a date-time of no offset',
      simple('dateTime', '2026-01-02T03:04:05+00:00'),
      '2026-01-02T03:04:05Z',
      true,
    ],
    ['fractions of a second', simple('time', '03:04:05.500Z'), '03:04:05.5Z', true],
    ['a time of another zone', simple('time', '03:04:05+01:00'), '03:04:05Z', false],
    ['a local time and one of UTC', simple('time', '03:04:05'), '03:04:05Z', false],
    ['a duration written otherwise', simple('duration', 'P1DT0H'), 'PT24H', true],
    ['months and days', simple('duration', 'P1M'), 'P30D', false],
    ['a date', simple('date', '2026-01-02'), '2026-01-02', true],
    ['a list', valueIn('<t:list><t:item><t:value>a</t:value></t:item></t:list>'), ['a'], true],
    ['an empty list', valueIn('<t:list/>'), [], true],
    ['no list', valueIn('<t:list xsi:nil="true"/>'), null, true],
    ['a shorter list', valueIn('<t:list><t:item><t:value>a</t:value></t:item></t:list>'), [], false],
    ['a context', valueIn('<t:component name="a"><t:value>b</t:value></t:component>'), { a: 'b' }, true],
    [
      'a context with more',
      valueIn('<t:component name="a"><t:value>b</t:value></t:component>'),
      { a: 'b', c: 1 },
      false,
    ],
    ['another entry', valueIn('<t:component name="a"><t:value>b</t:value></t:component>'), { b: 'b' }, false],
  ])('%s', (_what, expected, found, same) => expect(sameValue(found, expected)).toBe(same));

  it('is computed where none is expected', () => {
    const file = `<testCases xmlns="${TEST_CASES}"><modelName> m.dmn </modelName><testCase id="1" type="bkm" invocableName="f"><inputNode name="x"><value>1</value></inputNode><resultNode name="d" errorResult="true"><computed><value>2</value></computed></resultNode></testCase></testCases>`;
    expect(readTestCases(file)).toEqual({
      modelName: 'm.dmn',
      cases: [
        {
          id: '1',
          type: 'bkm',
          invocable: 'f',
          inputs: [['x', { type: 'string', value: '1' }]],
          results: [{ name: 'd', error: true, expected: { type: 'string', value: '2' } }],
        },
      ],
    });
  });
});
