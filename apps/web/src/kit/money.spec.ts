import { yuanOf } from './money.js';

it.each([
  [8_600_000, '86,000.00'],
  [5, '0.05'],
  [0, '0.00'],
  [-386_050, '−3,860.50'],
  [9_007_199_254_740_991, '90,071,992,547,409.91'],
])('%s fen are %s yuan', (fen, shown) => expect(yuanOf(fen)).toBe(shown));
