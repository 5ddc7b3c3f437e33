import { CHECKOUT } from '../places.js';
import { faultsIn, filesOf, sheets } from './check-rules.js';
import type { RuleRow, Sheet } from './rule-row.js';

it.each(sheets.map((sheet) => [sheet.process, sheet] as const))(
  'every rule of %s is enforced where it says, and proved by a test that there is',
  (_process, sheet) => expect(faultsIn(sheet, filesOf(CHECKOUT))).toEqual([]),
);

it('they are the bars of the three sheets', () =>
  expect(sheets.map(({ bars }) => bars)).toEqual([18, 15, 15]));

describe('what is not so is said', () => {
  const files: Readonly<Record<string, string>> = {
    'libs/process-library/p/p.bpmn': '<wq:guard id="bar-1-x" basis="某法第一条" />',
    'a.spec.ts': "it('holds', () => 1); it.skip('rests', () => 1);",
  };
  const row: RuleRow = {
    law: '某法',
    article: '第一条',
    text: '不得',
    bar: 1,
    proofs: [{ spec: 'a.spec.ts', test: 'holds' }],
  };
  const faultsWith = (rows: readonly RuleRow[], bars = 1): string[] => {
    const sheet: Sheet = { process: 'p', bars, rows };
    return faultsIn(sheet, (file) => files[file]);
  };

  it.each<[string, readonly RuleRow[], number, string[]]>([
    ['nothing', [row], 1, []],
    ['a bar without a row', [row], 2, ['p: bar 2 has no row']],
    ['an article without a row', [{ ...row, article: '' }], 1, ['p: 某法第一条 is cited and has no row']],
    ['no test', [{ ...row, proofs: [] }], 1, ['p: 某法第一条 (bar 1) has no test']],
    [
      'a test that is not there',
      [{ ...row, proofs: [{ spec: 'a.spec.ts', test: 'hold' }] }],
      1,
      ['p: 某法第一条 (bar 1) no test 「hold」 in a.spec.ts'],
    ],
    [
      'a test that is skipped',
      [{ ...row, proofs: [{ spec: 'a.spec.ts', test: 'rests' }] }],
      1,
      ['p: 某法第一条 (bar 1) no test 「rests」 in a.spec.ts'],
    ],
    ['a bar without a guard', [row, { ...row, bar: 2 }], 2, ['p: 某法第一条 (bar 2) is enforced nowhere']],
    [
      'a place that is not there',
      [{ ...row, places: [{ file: 'b.ts', text: 'x' }] }],
      1,
      ['p: 某法第一条 (bar 1) x is not in b.ts'],
    ],
  ])('%s', (_what, rows, bars, said) => expect(faultsWith(rows, bars)).toEqual(said));
});
