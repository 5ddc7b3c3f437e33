import { instant, instantOf, isoOf } from '@wuqing/kernel';
import fc from 'fast-check';
import { localDate } from './local-date.js';
import { officialCalendar } from './official-calendar.js';
import { indexCalendar, isWorkingDay } from './working-calendar.js';
import { addWorkingTime, endOfWork, startOfWork, workingMsBetween } from './working-time.js';
import { localDateOf } from './zone.js';

const calendar = indexCalendar(officialCalendar);
const HOUR = 3_600_000;
const MINUTE = 60_000;
const at = (text: string) => instantOf(`${text}:00+08:00`);
const local = (moment: number): string => isoOf(instant(moment + 8 * HOUR)).slice(0, 16);

describe('working time', () => {
  it('of one day is seven hours', () => expect(calendar.workingMsPerDay).toBe(7 * HOUR));

  it.each([
    ['2026-09-01T09:00', '2026-09-01T11:00', 2],
    ['2026-09-01T11:00', '2026-09-01T15:00', 2],
    ['2026-09-01T17:30', '2026-09-02T08:30', 0],
    ['2026-08-28T17:00', '2026-08-31T09:00', 1],
    ['2026-09-24T14:00', '2026-09-28T12:00', 7],
    ['2026-09-30T17:00', '2026-10-08T09:00', 1],
    ['2026-10-10T08:30', '2026-10-10T17:30', 7],
    ['2026-09-02T11:00', '2026-09-02T10:00', -1],
  ])('from %s to %s: %i h', (from, to, hours) =>
    expect(workingMsBetween(calendar, at(from), at(to))).toBe(hours * HOUR),
  );

  it.each([
    ['2026-09-01T09:00', 2, '2026-09-01T11:00'],
    ['2026-09-01T09:00', 3, '2026-09-01T12:00'],
    ['2026-09-01T09:00', 4, '2026-09-01T15:00'],
    ['2026-09-01T09:00', 7, '2026-09-02T09:00'],
    ['2026-09-24T17:00', 1, '2026-09-28T09:00'],
    ['2026-10-09T16:30', 2, '2026-10-10T09:30'],
    ['2026-08-29T03:00', 4, '2026-08-31T14:30'],
    ['2026-08-29T03:00', 0, '2026-08-29T03:00'],
  ])('%s + %i h = %s', (from, hours, to) =>
    expect(local(addWorkingTime(calendar, at(from), hours * HOUR))).toBe(to),
  );

  it('stops at a bug', () => {
    expect(() => addWorkingTime(calendar, at('2026-09-01T09:00'), -1)).toThrow(
      'Expected working time of 0 ms or more',
    );
    const idle = indexCalendar({ ...officialCalendar, workingHours: [] });
    expect(() => addWorkingTime(idle, at('2026-09-01T09:00'), 1)).toThrow(
      'Expected a calendar with working hours',
    );
  });

  it('begins and ends a day', () => {
    expect(local(startOfWork(calendar, localDate('2026-09-01')))).toBe('2026-09-01T08:30');
    expect(local(endOfWork(calendar, localDate('2026-09-01')))).toBe('2026-09-01T17:30');
  });
});

describe('working time, by property', () => {
  const moment = fc
    .integer({ min: Date.UTC(2025, 0, 1) / MINUTE, max: Date.UTC(2026, 11, 1) / MINUTE })
    .map((minute) => instant(minute * MINUTE));

  const isWorkingMinute = (ms: number): boolean => {
    const time = local(ms).slice(11);
    const inHours = (time >= '08:30' && time < '12:00') || (time >= '14:00' && time < '17:30');
    return inHours && isWorkingDay(calendar, localDateOf(instant(ms), 'Asia/Shanghai'));
  };

  it('equals a walk from minute to minute', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 4_000 }), (from, minutes) => {
        let worked = 0;
        for (let minute = 0; minute < minutes; minute += 1)
          if (isWorkingMinute(from + minute * MINUTE)) worked += 1;
        expect(workingMsBetween(calendar, from, instant(from + minutes * MINUTE))).toBe(worked * MINUTE);
      }),
      { numRuns: 40 },
    );
  });

  it('what is added is what lies between, and ends within working hours', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 200 * HOUR }), (from, ms) => {
        const end = addWorkingTime(calendar, from, ms);
        expect(workingMsBetween(calendar, from, end)).toBe(ms);
        expect(isWorkingMinute(end - 1)).toBe(true);
      }),
    );
  });

  it('adds up over any moment between', () => {
    fc.assert(
      fc.property(moment, moment, moment, (a, b, c) => {
        expect(workingMsBetween(calendar, a, b) + workingMsBetween(calendar, b, c)).toBe(
          workingMsBetween(calendar, a, c),
        );
      }),
    );
  });
});
