import { differencesOf } from './differences.mjs';
import { figuresOf } from './figures.mjs';
import { pageOf } from './page.mjs';

const betsy = [
  { case: 'A 1', group: 'g', outcome: 'right', outside: [], expected: ['x'], log: ['x'], said: [] },
  { case: 'B 1', group: 'g', outcome: 'wrong', outside: [], expected: ['x'], log: ['y'], said: [] },
  { case: 'C 1', group: 'g', outcome: 'unwritable', outside: [], expected: ['x'], log: [], said: [] },
  { case: 'D 1', group: 'h', outcome: 'refused', outside: ['complex gateway'], expected: [], log: [], said: ['no'] },
]; // prettier-ignore
const spector = (name: string, expected: string, found: string, explained?: string) => ({
  case: name,
  constraint: 'EXT.017',
  expected,
  found,
  broken: found === 'invalid' ? ['EXT.001'] : [],
  ...(explained !== undefined && { explained }),
});
const bpmnspector = [spector('m/a', 'invalid', 'invalid'), spector('m/b', 'valid', 'invalid', 'since')];
const miwg = [
  { case: 'x.bpmn', lossless: true, lost: [] },
  { case: 'y.bpmn', lossless: false, lost: ['a | b'] },
];
const soundness = [
  { case: 'p17x01.bpmn', agrees: true, differences: [], states: 2, ms: 101 },
  { case: 'z.bpmn', agrees: true, differences: [], states: 3, ms: 1 },
];
const tck = (name: string, outcome: string) => ({
  case: name,
  level: 'level-2',
  chapter: 'c',
  outcome,
  expected: '1',
  found: '2',
  said: [],
});
const dmnTck = [
  tck('k 1', 'right'),
  tck('k 2', 'wrong'),
  tck('k 3', 'refused where null is expected'),
  tck('k 4', 'refused by name'),
];
const suites = { betsy, bpmnspector, 'dmn-tck': dmnTck, miwg, soundness };

describe('the report of a conformance run', () => {
  it('says of each figure whether its bar is held', () =>
    expect(figuresOf(suites).map(({ suite, is, held }) => [suite, is, held])).toEqual([
      ['betsy', '1 of 2', false],
      ['betsy', '1 of 1', true],
      ['betsy', '3 of 4', false],
      ['bpmnspector', '1 of 1', true],
      ['bpmnspector', '0 of 1', false],
      ['bpmnspector', '1 of 1', true],
      ['dmn-tck', '1 of 4', true],
      ['dmn-tck', '1 of 4', true],
      ['dmn-tck', '1 of 4', true],
      ['dmn-tck', '3 of 4', false],
      ['miwg', '1 of 2', false],
      ['soundness', '2 of 2', true],
      ['soundness', '101.0 ms', false],
      ['soundness', '1.0 ms', true],
    ]));

  it('has nothing to say of suites that did not run', () => {
    expect(figuresOf({})).toEqual([]);
    expect(differencesOf({})).toEqual([]);
    expect(pageOf([], {}, [])).not.toContain('## ');
  });

  it('names every row that differs', () =>
    expect(differencesOf(suites).map((line: string) => line.split(':')[0])).toEqual([
      'betsy B 1',
      'betsy C 1',
      'betsy D 1',
      'bpmnspector m/b',
      'dmn-tck k 2',
      'dmn-tck k 3',
      'dmn-tck k 4',
      'miwg y.bpmn',
    ]));

  it('is a page of tables', () => {
    const constraints = [
      { constraint: 'EXT.017', says: 'One.' },
      { constraint: 'EXT.999', says: 'Other.' },
    ];
    const page = pageOf(figuresOf(suites), suites, constraints);
    for (const line of [
      '| betsy | right, of what is executed | 1 of 2 | **missed** |',
      '| g | 1 | 0 | 1 | 0 | 0 | 1 | 0 | 0 |',
      '| D 1 | refused | complex gateway |',
      '| EXT.017 | One. | 1 of 1 | 0 of 1 |',
      '| b | EXT.017 | valid | EXT.001 | since |',
      '- `EXT.999`: Other.',
      '| y.bpmn | a \\| b |',
      '| z.bpmn | yes | 3 | 1.0 |',
    ])
      expect(page).toContain(line);
  });
});
