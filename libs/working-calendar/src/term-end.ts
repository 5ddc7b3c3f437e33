import { instant, type Instant } from '@wuqing/kernel';
import { addCalendarDays, dayNumberOf, type LocalDate } from './local-date.js';
import type { Term } from './term.js';
import { isProvisional, spansProvisionalYear, type IndexedCalendar } from './working-calendar.js';
import { addWorkingDays, rollToWorkingDay } from './working-days.js';
import { addWorkingTime } from './working-time.js';
import { DAY_MS, localDateOf, startOfDay } from './zone.js';

export interface TermEnd {
  readonly date: LocalDate;
  /** A day that was counted lies in a year whose holiday notice is not loaded (「暂定」). */
  readonly provisional: boolean;
  /** How it was counted, one Chinese sentence for the case page. */
  readonly steps: string;
}

/**
 * The last day of a term that begins on `from`; for `B` the earliest meeting day after a notice given on `from`.
 * The day of beginning does not count (民法典 Art 201); a last day on a rest day moves to the next working day
 * (Art 203). Hours begin at once (Art 201 again), here with the first working hour of `from`.
 */
export function termEnd(calendar: IndexedCalendar, from: LocalDate, { kind, count }: Term): TermEnd {
  switch (kind) {
    case 'W':
      return workingDaysEnd(calendar, from, count);
    case 'D':
      return rolledEnd(calendar, addCalendarDays(from, count), `${from} 次日起算，第 ${count} 日为`);
    case 'N':
      return rolledEnd(calendar, addCalendarDays(from, count), `${from} 公示，次日起算，第 ${count} 日为`);
    case 'B': {
      const date = earliestMeetingDay(from, count);
      const steps = `${from} 通知，中间空 ${count} 整日，最早 ${date} 开会`;
      return { date, provisional: isProvisional(calendar, date), steps };
    }
    case 'H':
      return workingHoursEnd(calendar, from, count);
  }
}

function workingDaysEnd(calendar: IndexedCalendar, from: LocalDate, count: number): TermEnd {
  const date = addWorkingDays(calendar, from, count);
  const provisional = spansProvisionalYear(calendar, addCalendarDays(from, 1), date);
  return { date, provisional, steps: `${from} 次日起算，第 ${count} 个工作日为 ${date}` };
}

function rolledEnd(calendar: IndexedCalendar, nominal: LocalDate, sentence: string): TermEnd {
  const date = rollToWorkingDay(calendar, nominal);
  const moved = date === nominal ? '' : '（休息日），顺延至 ' + date;
  return {
    date,
    provisional: spansProvisionalYear(calendar, nominal, date),
    steps: `${sentence} ${nominal}${moved}`,
  };
}

function workingHoursEnd(calendar: IndexedCalendar, from: LocalDate, count: number): TermEnd {
  const { zone } = calendar.calendar;
  const date = localDateOf(addWorkingTime(calendar, startOfDay(from, zone), count * HOUR_MS), zone);
  const provisional = spansProvisionalYear(calendar, from, date);
  return { date, provisional, steps: `${from} 上班起算，第 ${count} 个工作小时在 ${date}` };
}

export const HOUR_MS = 3_600_000;

/** How the days of a notice are counted; the law leaves it open, so it is data. `longest` is what the product uses. */
export type NoticeCount = 'longest' | 'exclusive' | 'inclusive';

/**
 * The last day on which a notice of `count` days posted on `from` must hang: `inclusive` counts the day of posting,
 * `exclusive` begins the day after (民法典 Art 201), `longest` also rolls a rest day on. The next act is the day after.
 */
export function noticeEnd(
  calendar: IndexedCalendar,
  from: LocalDate,
  count: number,
  mode: NoticeCount = 'longest',
): LocalDate {
  const exclusive = addCalendarDays(from, count);
  if (mode === 'inclusive') return addCalendarDays(from, count - 1);
  return mode === 'exclusive' ? exclusive : rollToWorkingDay(calendar, exclusive);
}

/** `count` clear days lie between notice and meeting; a rest day does not move it. */
export const earliestMeetingDay = (noticedOn: LocalDate, count: number): LocalDate =>
  addCalendarDays(noticedOn, count + 1);

/** The last day on which a meeting on `meetingOn` can still be noticed with `count` clear days: the way back. */
export const backwardTerm = (meetingOn: LocalDate, count: number): LocalDate =>
  addCalendarDays(meetingOn, -count - 1);

/** 24:00 of that date in the calendar's zone (民法典 Art 203): at this moment, and not before, the term is broken. */
export const dueInstant = ({ offsetMs }: IndexedCalendar, date: LocalDate): Instant =>
  instant((dayNumberOf(date) + 1) * DAY_MS - offsetMs);
