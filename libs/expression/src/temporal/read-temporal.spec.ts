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
    ['10000-01-01', null],
    [' 2026-08-24', null],
  ])('%s', (input, expected) => expect(text(readDate(input))).toBe(expected));

  it('are written as they are read, for every day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (epochDay) => {
        expect(readDate(new FeelDate(epochDay).toString())?.epochDay).toBe(epochDay);
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
    ['10:30:00@Asia/Shanghai', '10:30:00+08:00'],
    ['10:30:00@Nowhere/City', null],
    ['10:30:00+19:00', null],
    ['24:00:00', null],
    ['10:60:00', null],
    ['10:30', null],
  ])('%s', (input, expected) => expect(text(readTime(input))).toBe(expected));
});

describe('date-times', () => {
  it.each([
    ['2026-08-24T10:30:00', '2026-08-24T10:30:00'],
    ['2026-08-24', '2026-08-24T00:00:00'],
    ['2026-08-24T10:30:00+08:00', '2026-08-24T10:30:00+08:00'],
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
  ['2026-08-24', 'FeelDate'],
  ['10:30:00', 'FeelTime'],
  ['2026-08-24T10:30:00Z', 'FeelDateTime'],
  ['P1D', 'DaysTimeDuration'],
  ['P1M', 'YearsMonthsDuration'],
])('@"%s" is a %s', (input, kind) => expect(readAny(input)?.constructor.name).toBe(kind));
