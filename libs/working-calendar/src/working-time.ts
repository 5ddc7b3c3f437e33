import { assert, instant, type Instant } from '@wuqing/kernel';
import { dayNumberOf, type LocalDate } from './local-date.js';
import { isWorkingDayNumber, type IndexedCalendar } from './working-calendar.js';
import { DAY_MS } from './zone.js';

/** Working milliseconds from `from` to `to`; negative where `to` comes first. */
export function workingMsBetween(calendar: IndexedCalendar, from: Instant, to: Instant): number {
  if (to < from) return 0 - workingMsBetween(calendar, to, from);
  const [start, end] = [from + calendar.offsetMs, to + calendar.offsetMs];
  const lastDay = Math.floor(end / DAY_MS);
  let total = 0;
  for (let day = Math.floor(start / DAY_MS); day <= lastDay; day += 1) {
    if (!isWorkingDayNumber(calendar, day)) continue;
    const midnight = day * DAY_MS;
    if (start <= midnight && end >= midnight + DAY_MS) total += calendar.workingMsPerDay;
    else total += workedWithin(calendar, start - midnight, end - midnight);
  }
  return total;
}

/** Working time of one working day between two times after its midnight. */
const workedWithin = ({ spans }: IndexedCalendar, from: number, to: number): number =>
  spans.reduce(
    (total, { fromMs, toMs }) => total + Math.max(0, Math.min(to, toMs) - Math.max(from, fromMs)),
    0,
  );

/**
 * The moment at which `ms` of working time have passed since `from`: the end of a span rather than the beginning of
 * the next. 0 is `from` itself. Needs a calendar with working hours.
 */
export function addWorkingTime(calendar: IndexedCalendar, from: Instant, ms: number): Instant {
  assert(ms >= 0, `Expected working time of 0 ms or more, found ${ms}`);
  assert(calendar.workingMsPerDay > 0, 'Expected a calendar with working hours');
  if (ms === 0) return from;
  const start = from + calendar.offsetMs;
  let left = ms;
  for (let day = Math.floor(start / DAY_MS); ; day += 1) {
    if (!isWorkingDayNumber(calendar, day)) continue;
    const midnight = day * DAY_MS;
    for (const { fromMs, toMs } of calendar.spans) {
      const begin = Math.max(midnight + fromMs, start);
      const room = midnight + toMs - begin;
      if (room >= left) return instant(begin + left - calendar.offsetMs);
      if (room > 0) left -= room;
    }
  }
}

/** When work begins on that date, whether or not it is worked. */
export const startOfWork = (calendar: IndexedCalendar, date: LocalDate): Instant =>
  instant(dayNumberOf(date) * DAY_MS + (calendar.spans[0]?.fromMs ?? 0) - calendar.offsetMs);

/** When work ends on that date, whether or not it is worked. */
export const endOfWork = (calendar: IndexedCalendar, date: LocalDate): Instant =>
  instant(dayNumberOf(date) * DAY_MS + (calendar.spans.at(-1)?.toMs ?? DAY_MS) - calendar.offsetMs);
