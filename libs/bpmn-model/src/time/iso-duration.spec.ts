import { inMilliseconds, isNegativeDuration, parseIsoDuration } from './iso-duration.js';

describe('parseIsoDuration', () => {
  it.each([
    ['P1D', 0, 86_400_000],
    ['P2W', 0, 14 * 86_400_000],
    ['P1Y2M', 14, 0],
    ['PT36H', 0, 36 * 3_600_000],
    ['PT1M', 0, 60_000],
    ['P1M', 1, 0],
    ['P1DT2H3M4.05S', 0, 86_400_000 + 2 * 3_600_000 + 3 * 60_000 + 4050],
    ['PT0S', 0, 0],
  ])('%s', (text, months, ms) => expect(parseIsoDuration(text)).toEqual({ months, ms }));

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '-P1D',
    'P-1D',
    '1D',
    'P1H',
    'PT1D',
    'P1.5D',
    'p1d',
    'P1D ',
    'P999999999999D',
  ])('"%s" is none', (text) => expect(parseIsoDuration(text)).toBeUndefined());
});

describe('isNegativeDuration', () => {
  it.each(['-P1D', '-PT0S', '-P123456789D', '-PT1.123456789S', '-P1Y', '-P1DT1M'])('%s is', (text) =>
    expect(isNegativeDuration(text)).toBe(true),
  );

  it.each(['P1D', '-P', '-PT', '-P1DT', '-P1H', '--P1D', 'P-1D', '-P1D ', ''])('"%s" is not', (text) =>
    expect(isNegativeDuration(text)).toBe(false),
  );
});

it.each([
  ['PT1.123456789S', 'PT1.123S'],
  ['P1DT0.0004S', 'P1DT0.000S'],
  ['PT1.5S', 'PT1.5S'],
  ['PT1.1234567891S', 'PT1.1234567891S'],
  ['soon', 'soon'],
])('inMilliseconds of %s is %s', (text, shorter) => expect(inMilliseconds(text)).toBe(shorter));
