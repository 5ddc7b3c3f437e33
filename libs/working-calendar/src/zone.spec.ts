import { instant, instantOf } from '@wuqing/kernel';
import fc from 'fast-check';
import { addCalendarDays, localDate, localDateOfDayNumber } from './local-date.js';
import { localDateOf, parseZone, startOfDay } from './zone.js';

const shanghai = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

describe('a zone of fixed offset', () => {
  it.each([
    ['2026-08-31T15:59:59.999Z', '2026-08-31'],
    ['2026-08-31T16:00:00.000Z', '2026-09-01'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ])('%s is %s in Shanghai', (iso, date) => expect(localDateOf(instantOf(iso), shanghai)).toBe(date));

  it('begins a day at midnight of the zone', () => {
    expect(startOfDay(localDate('2026-09-01'), shanghai)).toBe(instantOf('2026-09-01T00:00:00+08:00'));
    expect(startOfDay(localDate('2026-09-01'), '-03:30')).toBe(instantOf('2026-09-01T00:00:00-03:30'));
  });

  it.each(['Europe/Berlin', '+15:00', '+8', '', 'toString', '+08:60'])('knows no offset of %p', (zone) => {
    expect(parseZone(zone)).toBeUndefined();
    expect(() => startOfDay(localDate('2026-01-01'), zone)).toThrow('Expected a zone of fixed offset');
  });

  it('agrees with Intl for Shanghai since 1992', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: shanghai });
    const range = { min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) };
    fc.assert(
      fc.property(fc.integer(range), (ms) => {
        expect(localDateOf(instant(ms), shanghai)).toBe(format.format(ms));
      }),
      { numRuns: 300 },
    );
  });

  it('holds each moment in the one day that it names, whatever the zone', () => {
    const zones = fc.constantFrom(shanghai, 'UTC', '+05:45', '-11:00', '+14:00');
    fc.assert(
      fc.property(fc.integer({ min: -DAY_MS * 3_000, max: DAY_MS * 40_000 }), zones, (ms, zone) => {
        const date = localDateOf(instant(ms), zone);
        expect(startOfDay(date, zone)).toBeLessThanOrEqual(ms);
        expect(startOfDay(addCalendarDays(date, 1), zone)).toBeGreaterThan(ms);
      }),
    );
  });

  it('gives the date back at its first and last millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 2_000_000 }), (day) => {
        const date = localDateOfDayNumber(day);
        const start = startOfDay(date, shanghai);
        expect(localDateOf(start, shanghai)).toBe(date);
        expect(localDateOf(instant(start + DAY_MS - 1), shanghai)).toBe(date);
        expect(localDateOf(instant(start - 1), shanghai)).not.toBe(date);
      }),
    );
  });
});
