import fc from 'fast-check';
import { fenOf, yuanOf } from './money.js';

describe('an amount of money', () => {
  it.each([
    ['38600.5', 3_860_050, '38,600.50'],
    ['38,600.50', 3_860_050, '38,600.50'],
    ['0', 0, '0.00'],
    ['0.05', 5, '0.05'],
    ['1 000', 100_000, '1,000.00'],
    ['１２，３４５．５', 1_234_550, '12,345.50'],
  ])('%s yuan is %i fen, shown as %s', (typed, fen, shown) => {
    expect([fenOf(typed), yuanOf(fen)]).toEqual([fen, shown]);
  });

  it.each(['三万', '1.5万', '-1', '1.234', '1e3', ''])(
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
});
