import { assert } from '@wuqing/kernel';
import { dayNumberOf, localDateOfDayNumber, type LocalDate } from './local-date.js';
import { isWorkingDayNumber, type IndexedCalendar } from './working-calendar.js';

/**
 * The `count`-th working day after `date`; `date` itself does not count (民法典 Art 201). A negative `count` goes
 * back the same way, 0 is `date` as it stands.
 */
export function addWorkingDays(calendar: IndexedCalendar, date: LocalDate, count: number): LocalDate {
  assert(Number.isInteger(count), `Expected a whole number of working days, found ${count}`);
  const step = count < 0 ? -1 : 1;
  let day = dayNumberOf(date);
  for (let left = Math.abs(count); left > 0;) {
    day += step;
    if (isWorkingDayNumber(calendar, day)) left -= 1;
  }
  return localDateOfDayNumber(day);
}

/** `date` if it is worked, else the next working day (民法典 Art 203). */
export function rollToWorkingDay(calendar: IndexedCalendar, date: LocalDate): LocalDate {
  let day = dayNumberOf(date);
  while (!isWorkingDayNumber(calendar, day)) day += 1;
  return localDateOfDayNumber(day);
}

/** Working days after `from` up to and with `to`; negative where `to` comes first, so that it undoes `addWorkingDays`. */
export function workingDaysBetween(calendar: IndexedCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return 0 - countAfter(calendar, dayNumberOf(to) - 1, dayNumberOf(from) - 1);
  return countAfter(calendar, dayNumberOf(from), dayNumberOf(to));
}

function countAfter(calendar: IndexedCalendar, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorkingDayNumber(calendar, day)) count += 1;
  return count;
}

/** The working days that `addWorkingDays(date, count)` counts, in order: what a case page shows as the reckoning. */
export function workingDaysAfter(calendar: IndexedCalendar, date: LocalDate, count: number): LocalDate[] {
  const counted: LocalDate[] = [];
  for (let day = dayNumberOf(date) + 1; counted.length < count; day += 1) {
    if (isWorkingDayNumber(calendar, day)) counted.push(localDateOfDayNumber(day));
  }
  return counted;
}
