import fc from 'fast-check';
import { amountInWords, fenOf, yuanOf } from './money.js';

describe('an amount of money', () => {
  it.each([
    ['38600.5', 3_860_050, '38,600.50'],
    ['38,600.50', 3_860_050, '38,600.50'],
    ['0', 0, '0.00'],
    ['0.05', 5, '0.05'],
    ['1 000', 100_000, '1,000.00'],
  ])('%s yuan is %i fen, shown as %s', (typed, fen, shown) => {
    expect([fenOf(typed), yuanOf(fen)]).toEqual([fen, shown]);
  });

  it.each(['三万', '-1', '1.234', '1e3', ''])(
    '%s is none, and stays for the sentence that says so',
    (typed) => {
      expect([fenOf(typed), yuanOf(typed)]).toEqual([typed, typed]);
    },
  );

  it('comes back as it was shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (fen) => {
        expect(fenOf(yuanOf(fen))).toBe(fen);
      }),
    );
  });

  it.each([
    [0, '零元整'],
    [4_860_000, '肆万捌仟陆佰元整'],
    [3_860_050, '叁万捌仟陆佰元伍角整'],
    [5, '伍分'],
    [50, '伍角整'],
    [105, '壹元零伍分'],
    [100_000_000, '壹佰万元整'],
    [1_000_500, '壹万零伍元整'],
    [10_000_000_000_00, '壹佰亿元整'],
    [10_001_000_100, '壹亿零壹万零壹元整'],
    [160_032, '壹仟陆佰元叁角贰分'],
    [10_760_000_53, '壹仟零柒拾陆万元伍角叁分'],
  ])('%i fen in words is %s', (fen, words) => expect(amountInWords(fen)).toBe(words));
});
