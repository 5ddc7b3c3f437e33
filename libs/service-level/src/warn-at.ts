import { instant, type Instant } from '@wuqing/kernel';
import {
  addCalendarDays,
  addWorkingDays,
  addWorkingTime,
  calendarDaysBetween,
  HOUR_MS,
  isWorkingDay,
  rollToWorkingDay,
  startOfDay,
  startOfWork,
  workingMsBetween,
  type IndexedCalendar,
  type LocalDate,
  type Term,
} from '@wuqing/working-calendar';
import type { Due } from './clock-plan.js';
import type { ServiceLevelPolicy } from './policy.js';
import { termOf } from './term-of.js';

/**
 * When the handler is warned: at the beginning of work, on a working day. By default for the last quarter of the term,
 * at least its last working day (5W: the last two days, since part of a day counts whole); with `warn="7D"` seven
 * days before the last one. A term in hours warns when three quarters have passed.
 */
export function warnAt(
  policy: ServiceLevelPolicy,
  anchor: LocalDate,
  due: Due,
  calendar: IndexedCalendar,
): Instant {
  const term = policy.term === null ? null : termOf(policy.term);
  if (policy.warn === null && term?.kind === 'H')
    return afterThreeQuarters(policy, anchor, term, due, calendar);
  const day =
    policy.warn === null
      ? lastQuarter(term, anchor, due, calendar)
      : before(due.dueOn, termOf(policy.warn), calendar);
  return startOfWork(calendar, workingDayUntil(day, calendar));
}

const before = (dueOn: LocalDate, { kind, count }: Term, calendar: IndexedCalendar): LocalDate =>
  kind === 'W' ? addWorkingDays(calendar, dueOn, -count) : addCalendarDays(dueOn, -count);

/** First day of the last quarter, the last day of the term counted in. */
function lastQuarter(
  term: Term | null,
  anchor: LocalDate,
  { dueOn }: Due,
  calendar: IndexedCalendar,
): LocalDate {
  const days = Math.max(1, Math.ceil((term?.count ?? calendarDaysBetween(anchor, dueOn)) / 4));
  if (term?.kind === 'W') return addWorkingDays(calendar, rollToWorkingDay(calendar, dueOn), 1 - days);
  return addCalendarDays(dueOn, 1 - days);
}

/** A warning on a rest day reaches nobody: the working day before it. */
const workingDayUntil = (day: LocalDate, calendar: IndexedCalendar): LocalDate =>
  isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, -1);

/** Three quarters of the term after its start; a pause moves the warning as it moves the end. */
function afterThreeQuarters(
  { startedAt }: ServiceLevelPolicy,
  anchor: LocalDate,
  { count }: Term,
  { dueAt }: Due,
  calendar: IndexedCalendar,
): Instant {
  const start = startedAt === null ? startOfDay(anchor, calendar.calendar.zone) : instant(startedAt);
  const unpaused = addWorkingTime(calendar, start, count * HOUR_MS);
  const moved = workingMsBetween(calendar, unpaused, dueAt);
  return addWorkingTime(calendar, start, count * HOUR_MS * 0.75 + moved);
}
