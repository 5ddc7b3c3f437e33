import fc from 'fast-check';
import {
  addCalendarDays,
  calendarDaysBetween,
  dayNumberOf,
  localDate,
  localDateOfDayNumber,
  parseLocalDate,
  weekdayOfDayNumber,
} from './local-date.js';

const DAY_MS = 86_400_000;
/** 1000-01-01 and 9999-12-31. */
const day = fc.integer({ min: Date.UTC(1000, 0, 1) / DAY_MS, max: Date.UTC(9999, 11, 31) / DAY_MS });

describe('LocalDate', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '0999-01-01',
    '2026-01-01T00:00',
    '',
    ' 2026-01-01',
    '1900-02-29',
  ])('refuses %s', (text) => expect(parseLocalDate(text)).toBeUndefined());

  it.each([null, undefined, 20260101, {}, ['2026-01-01']])('refuses %p', (value) => {
    expect(parseLocalDate(value)).toBeUndefined();
  });

  it.each(['2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it('stops at a bug', () => {
    expect(() => localDate('2026-02-30')).toThrow("Expected a date YYYY-MM-DD in '2026-02-30'");
    expect(() => addCalendarDays(localDate('9999-12-31'), 1)).toThrow('Expected a year from 1000 to 9999');
  });

  it('agrees with the proleptic Gregorian calendar of the runtime, weekday included', () => {
    fc.assert(
      fc.property(day, (number) => {
        const known = new Date(number * DAY_MS);
        const date = localDateOfDayNumber(number);
        expect(date).toBe(known.toISOString().slice(0, 10));
        expect(dayNumberOf(date)).toBe(number);
        expect(weekdayOfDayNumber(number)).toBe(known.getUTCDay());
      }),
      { numRuns: 500 },
    );
  });

  it('adds and takes away', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50_000, max: 50_000 }),
        fc.integer({ min: -9_999, max: 9_999 }),
        (number, days) => {
          const date = localDateOfDayNumber(number);
          const moved = addCalendarDays(date, days);
          expect(calendarDaysBetween(date, moved)).toBe(days);
          expect(addCalendarDays(moved, -days)).toBe(date);
          expect(days > 0).toBe(moved > date);
        },
      ),
    );
  });
});
