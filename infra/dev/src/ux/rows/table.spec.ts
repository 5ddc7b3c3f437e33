import { atMost, none } from './row.js';
import { tableOf } from './table.js';

describe('the table of budgets', () => {
  it('stands in columns, however wide its signs are, and names what broke a budget', () => {
    const rows = [
      atMost('phone, 同意', 4, 3, ' taps'),
      none('foreign requests', []),
      none(
        'stray words',
        Array.from({ length: 8 }, (_, at) => `word ${at}`),
      ),
    ];
    expect(tableOf(rows).split('\n')).toEqual([
      'what              budget    measured',
      'phone, 同意       ≤ 3 taps  4 taps    NOT HELD',
      'foreign requests  0         0         held',
      'stray words       0         8         NOT HELD',
      ...[0, 1, 2, 3, 4, 5].map((at) => `    word ${at}`),
      '    … and 2 more',
      '',
      '1 of 3 budgets held',
    ]);
  });

  it.each([
    [0.5, 2, '0.50'],
    [129.94, 130, '129.9'],
    [5_000, 6_000, '5,000'],
  ])('tells %d as people write it', (is, most, measured) =>
    expect(atMost('x', is, most)).toMatchObject({ measured, isHeld: true }),
  );
});
