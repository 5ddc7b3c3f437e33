import fc from 'fast-check';
import { addCalendarDays, localDate, localDateOfDayNumber, type LocalDate } from './local-date.js';
import { officialCalendar } from './official-calendar.js';
import { parseTerm, formatTerm, termInWords, type TermKind } from './term.js';
import { backwardTerm, dueInstant, earliestMeetingDay, noticeEnd, termEnd } from './term-end.js';
import { indexCalendar, isWorkingDay, type IndexedCalendar } from './working-calendar.js';
import { addWorkingDays, rollToWorkingDay, workingDaysAfter, workingDaysBetween } from './working-days.js';
import { localDateOf } from './zone.js';

const official = indexCalendar(officialCalendar);
/** 2024-07-01 … 2027-12-31: the loaded years with a year not loaded on each side. */
const date = fc.integer({ min: 19_905, max: 21_183 }).map(localDateOfDayNumber);
const count = fc.integer({ min: 1, max: 80 });

/** The official calendar with more days off and make-up days, as an unlucky year would have them. */
const calendars = fc
  .record({ off: fc.array(date, { maxLength: 40 }), work: fc.array(date, { maxLength: 20 }) })
  .map(({ off, work }) =>
    indexCalendar({
      ...officialCalendar,
      offDays: [...officialCalendar.offDays, ...off.filter((day) => !work.includes(day))],
      workDays: [...officialCalendar.workDays, ...work],
    }),
  );

/** What a person with a wall calendar does: plain strings, plain lists, the runtime's own weekday. */
function isWorkedByHand({ calendar }: IndexedCalendar, day: LocalDate): boolean {
  if (calendar.workDays.includes(day)) return true;
  if (calendar.offDays.includes(day)) return false;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function nextDayByHand(day: LocalDate, by: 1 | -1 = 1): LocalDate {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + by);
  return next.toISOString().slice(0, 10) as LocalDate;
}

function walk(calendar: IndexedCalendar, from: LocalDate, days: number, by: 1 | -1): LocalDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = nextDayByHand(day, by);
    if (isWorkedByHand(calendar, day)) left -= 1;
  }
  return day;
}

describe('counting working days equals a walk from day to day', () => {
  it('isWorkingDay', () => {
    fc.assert(
      fc.property(calendars, date, (calendar, day) =>
        expect(isWorkingDay(calendar, day)).toBe(isWorkedByHand(calendar, day)),
      ),
    );
  });

  it('addWorkingDays, forth and back', () => {
    fc.assert(
      fc.property(calendars, date, count, (calendar, from, days) => {
        expect(addWorkingDays(calendar, from, days)).toBe(walk(calendar, from, days, 1));
        expect(addWorkingDays(calendar, from, -days)).toBe(walk(calendar, from, days, -1));
      }),
    );
  });

  it('rollToWorkingDay and the end of a term in days', () => {
    fc.assert(
      fc.property(calendars, date, count, (calendar, from, days) => {
        let day = from;
        for (let left = days; left > 0; left -= 1) day = nextDayByHand(day);
        while (!isWorkedByHand(calendar, day)) day = nextDayByHand(day);
        expect(termEnd(calendar, from, { kind: 'D', count: days }).date).toBe(day);
        expect(noticeEnd(calendar, from, days)).toBe(day);
        expect(rollToWorkingDay(calendar, day)).toBe(day);
      }),
    );
  });

  it('workingDaysAfter lists exactly the days of the walk', () => {
    fc.assert(
      fc.property(calendars, date, count, (calendar, from, days) => {
        const listed = workingDaysAfter(calendar, from, days);
        expect(listed).toHaveLength(days);
        expect(listed.at(-1)).toBe(walk(calendar, from, days, 1));
        expect(listed.every((day) => isWorkedByHand(calendar, day) && day > from)).toBe(true);
      }),
    );
  });
});

describe('ways back', () => {
  it('a step forth and the same step back meet on every working day', () => {
    fc.assert(
      fc.property(calendars, date, count, (calendar, from, days) => {
        const worked = rollToWorkingDay(calendar, from);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, worked, days), -days)).toBe(worked);
      }),
    );
  });

  it('workingDaysBetween undoes addWorkingDays, in both directions', () => {
    fc.assert(
      fc.property(calendars, date, fc.integer({ min: -80, max: 80 }), (calendar, from, days) => {
        expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, days))).toBe(days);
      }),
    );
  });

  it('a notice given on the last day still leaves its clear days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (meetingOn, days) => {
        expect(earliestMeetingDay(backwardTerm(meetingOn, days), days)).toBe(meetingOn);
      }),
    );
  });
});

describe('what a longer term may not do', () => {
  const kinds: readonly TermKind[] = ['W', 'D', 'B', 'N', 'H'];

  it.each(kinds)('%s: end before a shorter one, or before it began', (kind) => {
    fc.assert(
      fc.property(calendars, date, count, (calendar, from, days) => {
        const shorter = termEnd(calendar, from, { kind, count: days }).date;
        expect(shorter >= from).toBe(true);
        expect(termEnd(calendar, from, { kind, count: days + 1 }).date >= shorter).toBe(true);
      }),
    );
  });

  it('breaks only when its last day is over in the zone', () => {
    fc.assert(
      fc.property(date, (dueOn) => {
        const due = dueInstant(official, dueOn);
        expect(localDateOf(due, 'Asia/Shanghai')).toBe(addCalendarDays(dueOn, 1));
        expect(localDateOf((due - 1) as typeof due, 'Asia/Shanghai')).toBe(dueOn);
      }),
    );
  });
});

describe('a term is provisional exactly when a day it counts lies in a year not loaded', () => {
  it('in working days', () => {
    fc.assert(
      fc.property(date, count, (from, days) => {
        const { date: end, provisional } = termEnd(official, from, { kind: 'W', count: days });
        let unloaded = false;
        for (let day = addCalendarDays(from, 1); day <= end; day = addCalendarDays(day, 1)) {
          unloaded ||= !['2025', '2026'].includes(day.slice(0, 4));
        }
        expect(provisional).toBe(unloaded);
      }),
    );
  });

  it.each([
    ['2026-12-29', 'W', 2, false],
    ['2026-12-29', 'W', 3, true],
    ['2024-12-31', 'W', 1, false],
    ['2024-12-30', 'W', 2, true],
    ['2026-12-30', 'D', 1, false],
    ['2026-12-30', 'N', 2, true],
    ['2026-12-25', 'B', 5, false],
    ['2026-12-25', 'B', 6, true],
    ['2026-12-31', 'H', 7, false],
    ['2026-12-31', 'H', 8, true],
  ] as const)('%s + %s%i: %p', (from, kind, days, provisional) => {
    expect(termEnd(official, localDate(from), { kind, count: days }).provisional).toBe(provisional);
  });
});

describe('terms as text', () => {
  it.each(['5W', '15D', '10B', '15N', '4H', '1W', '9999D'])('%s there and back', (text) => {
    const term = parseTerm(text);
    expect(term.ok && formatTerm(term.value)).toBe(text);
  });

  it.each(['', '5', 'W', '0W', '-1W', '5w', '1.5W', '5W ', '05W', '10000D', '5X', '5W5'])(
    'refuses %p',
    (text) => {
      expect(parseTerm(text)).toEqual({ ok: false, error: expect.stringContaining(`found '${text}'`) });
    },
  );

  it.each([
    ['W', '5 个工作日'],
    ['D', '5 日'],
    ['B', '提前 5 日'],
    ['N', '公示 5 日'],
    ['H', '5 个工作小时'],
  ] as const)('%s in the words of the office', (kind, words) =>
    expect(termInWords({ kind, count: 5 })).toBe(words),
  );

  it.each([
    ['2026-09-01', 'W', 7, '2026-09-01 次日起算，第 7 个工作日为 2026-09-10'],
    ['2026-09-18', 'D', 15, '2026-09-18 次日起算，第 15 日为 2026-10-03（休息日），顺延至 2026-10-08'],
    ['2026-11-10', 'N', 15, '2026-11-10 公示，次日起算，第 15 日为 2026-11-25'],
    ['2026-09-09', 'B', 5, '2026-09-09 通知，中间空 5 整日，最早 2026-09-15 开会'],
    ['2026-09-01', 'H', 8, '2026-09-01 上班起算，第 8 个工作小时在 2026-09-02'],
  ] as const)('%s + %s%i tells its reckoning', (from, kind, days, steps) => {
    expect(termEnd(official, localDate(from), { kind, count: days }).steps).toBe(steps);
  });
});
