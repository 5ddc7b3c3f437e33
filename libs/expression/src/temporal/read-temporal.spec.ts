import fc from 'fast-check';
import { FeelDate } from './feel-date.js';
import { readAny, readDate, readDateTime, readDuration, readTime } from './read-temporal.js';

const text = (value: { toString(): string } | null): string | null => value && value.toString();

describe('dates', () => {
  it.each([
    ['2026-08-24', '2026-08-24'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-8-24', null],
    ['20260824', null],
    ['0099-01-01', '0099-01-01'],
    ['10000-01-01', '10000-01-01'],
    ['99999-12-31', '99999-12-31'],
    ['-99999-01-01', '-99999-01-01'],
    ['999999999-12-31', '999999999-12-31'],
    ['-999999999-01-01', '-999999999-01-01'],
    ['1000000000-01-01', null],
    ['100000-02-29', '100000-02-29'],
    ['100100-02-29', null],
    ['01211-12-31', null],
    ['-01211-12-31', null],
    ['+2026-08-24', null],
    ['0000-02-29', '0000-02-29'],
    [' 2026-08-24', null],
  ])('%s', (input, expected) => expect(text(readDate(input))).toBe(expected));

  it('are written as they are read, for every day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -365_242_000_000, max: 365_241_000_000 }), (epochDay) => {
        expect(readDate(new FeelDate(epochDay).toString())?.epochDay).toBe(epochDay);
      }),
    );
  });

  it('have the year, month and day that JavaScript knows, as far as it knows them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (epochDay) => {
        const other = new Date(epochDay * 86_400_000);
        const { year, month, day, weekday } = new FeelDate(epochDay);
        expect([year, month, day, weekday % 7]).toEqual([
          other.getUTCFullYear(),
          other.getUTCMonth() + 1,
          other.getUTCDate(),
          other.getUTCDay(),
        ]);
      }),
    );
  });
});

describe('times', () => {
  it.each([
    ['10:30:00', '10:30:00'],
    ['10:30:00.250', '10:30:00.25'],
    ['10:30:00Z', '10:30:00Z'],
    ['10:30:00+08:00', '10:30:00+08:00'],
    ['10:30:00-03:30', '10:30:00-03:30'],
    ['10:30:00.123456789', '10:30:00.123456789'],
    ['10:30:00.000000001Z', '10:30:00.000000001Z'],
    ['10:30:00.1234567891', null],
    ['10:30:00.', null],
    ['10:30:00-00:00', '10:30:00Z'],
    ['10:30:00+01:02:03', '10:30:00+01:02:03'],
    ['10:30:00@Asia/Shanghai', '10:30:00@Asia/Shanghai'],
    ['10:30:00+08:00[Asia/Shanghai]', '10:30:00@Asia/Shanghai'],
    ['10:30:00+08:00[Nowhere/City]', null],
    ['10:30:00+08:00@Asia/Shanghai', null],
    ['10:30:00@Nowhere/City', null],
    ['10:30:00+19:00', null],
    ['24:00:00', null],
    ['10:60:00', null],
    ['10:30', '10:30:00'],
    ['10:30Z', '10:30:00Z'],
    ['10:30+08:00', '10:30:00+08:00'],
    ['10:30.5', null],
    ['10', null],
    ['1:30', null],
    ['10:3', null],
  ])('%s', (input, expected) => expect(text(readTime(input))).toBe(expected));
});

describe('date-times', () => {
  it.each([
    ['2026-08-24T10:30:00', '2026-08-24T10:30:00'],
    ['2026-08-24', '2026-08-24T00:00:00'],
    ['2026-08-24T10:30:00+08:00', '2026-08-24T10:30:00+08:00'],
    ['2026-08-24T10:30Z', '2026-08-24T10:30:00Z'],
    ['2026-08-24T10:30:00@Europe/Paris', '2026-08-24T10:30:00@Europe/Paris'],
    ['2026-08-24T10:30:00+01:00[Europe/Paris]', '2026-08-24T11:30:00@Europe/Paris'],
    ['99999-12-31T10:30:00@Europe/Paris', '99999-12-31T10:30:00@Europe/Paris'],
    ['-99999-12-31T10:30:00@Europe/Paris', '-99999-12-31T10:30:00@Europe/Paris'],
    ['2026-08-24T10:30:00@Nowhere/City', null],
    ['2026-08-24T10:30:00.123456789+08:00', '2026-08-24T10:30:00.123456789+08:00'],
    ['2026-02-30T10:30:00', null],
    ['2026-08-24T', null],
    ['2026-08-24 10:30:00', null],
  ])('%s', (input, expected) => expect(text(readDateTime(input))).toBe(expected));
});

describe('durations', () => {
  it.each([
    ['P1D', 'P1D'],
    ['PT36H', 'P1DT12H'],
    ['-P1DT2H', '-P1DT2H'],
    ['PT1.5S', 'PT1.5S'],
    ['PT0S', 'PT0S'],
    ['PT0.S', 'PT0S'],
    ['PT1.S', 'PT1S'],
    ['PT.5S', null],
    ['PT0.000000001S', 'PT0.000000001S'],
    ['-PT59.999999999S', '-PT59.999999999S'],
    ['PT0.0000000001S', null],
    ['-PT0S', 'PT0S'],
    ['-P0M', 'P0M'],
    ['P999999999999D', 'P999999999999D'],
    ['P14M', 'P1Y2M'],
    ['P0M', 'P0M'],
    ['-P2Y', '-P2Y'],
    ['P1Y2D', null],
    ['P', null],
    ['PT', null],
    ['P1DT', null],
    ['1D', null],
  ])('%s', (input, expected) => expect(text(readDuration(input))).toBe(expected));
});

it.each([
  ['2026-01-24T10:30:00@Europe/Paris', 3600],
  ['2026-07-24T10:30:00@Europe/Paris', 7200],
  ['99999-01-24T10:30:00@Europe/Paris', 3600],
  ['99999-07-24T10:30:00@Europe/Paris', 7200],
  ['999999999-07-24T10:30:00@Asia/Shanghai', 28_800],
])('the clock of %s stands %d s before UTC', (input, offset) =>
  expect(readDateTime(input)?.offset).toBe(offset),
);

it.each([
  ['2026-08-24', 'FeelDate'],
  ['10:30:00', 'FeelTime'],
  ['2026-08-24T10:30:00Z', 'FeelDateTime'],
  ['P1D', 'DaysTimeDuration'],
  ['P1M', 'YearsMonthsDuration'],
])('@"%s" is a %s', (input, kind) => expect(readAny(input)?.constructor.name).toBe(kind));
