import { officialNumber } from './official-number.js';

it.each([
  ['清河镇', '移', 2026, 3, '清移〔2026〕3 号'],
  ['清河镇', '督', 2026, 16, '清督〔2026〕16 号'],
  ['𠮷镇', '警移', 2027, 12, '𠮷警移〔2027〕12 号'],
])('a paper of %s in the series %s is numbered', (town, sign, year, n, number) =>
  expect(officialNumber(town, sign, year, n)).toBe(number),
);
