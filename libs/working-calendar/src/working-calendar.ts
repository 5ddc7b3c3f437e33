import { required } from '@wuqing/kernel';
import { dayNumberOf, weekdayOfDayNumber, yearOf, type LocalDate } from './local-date.js';
import { zoneOffsetMs } from './zone.js';

/** A stretch of working time on the wall clock, 'HH:MM'; `to` is outside. */
export interface WorkingSpan {
  readonly from: string;
  readonly to: string;
}

/** What the State Council's yearly notice says, and the town's hours. Plain JSON: it is stored, sent and versioned. */
export interface WorkingCalendar {
  /** IANA zone of fixed offset, see `zone.ts`. */
  readonly zone: string;
  readonly version: string;
  /** Years whose notice is in the lists below; other years follow the weekly pattern and are provisional. */
  readonly loadedYears: readonly number[];
  /** Days off by the notice (放假), on whatever weekday. */
  readonly offDays: readonly LocalDate[];
  /** Saturdays and Sundays that are worked (调休上班). */
  readonly workDays: readonly LocalDate[];
  /** Ascending, the same on every working day. */
  readonly workingHours: readonly WorkingSpan[];
}

/** A calendar ready for counting; build it once, it answers in constant time. Not for storage. */
export interface IndexedCalendar {
  readonly calendar: WorkingCalendar;
  readonly offsetMs: number;
  /** Day numbers that do not follow the week: true is worked, false is off. */
  readonly exceptions: ReadonlyMap<number, boolean>;
  readonly years: ReadonlySet<number>;
  /** Working spans in milliseconds after midnight. */
  readonly spans: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** Working time of one working day. */
  readonly workingMsPerDay: number;
}

export function indexCalendar(calendar: WorkingCalendar): IndexedCalendar {
  const spans = calendar.workingHours.map(({ from, to }) => ({ fromMs: timeOf(from), toMs: timeOf(to) }));
  return {
    calendar,
    offsetMs: zoneOffsetMs(calendar.zone),
    exceptions: new Map([...exceptionsOf(calendar.offDays, false), ...exceptionsOf(calendar.workDays, true)]),
    years: new Set(calendar.loadedYears),
    spans,
    workingMsPerDay: spans.reduce((total, { fromMs, toMs }) => total + toMs - fromMs, 0),
  };
}

const exceptionsOf = (dates: readonly LocalDate[], worked: boolean): [number, boolean][] =>
  dates.map((date) => [dayNumberOf(date), worked]);

const clockPattern = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Milliseconds after midnight of 'HH:MM' ('24:00' included), or undefined. */
export function parseTimeOfDay(text: string): number | undefined {
  if (text === '24:00') return 86_400_000;
  const parts = clockPattern.exec(text);
  return parts ? (Number(parts[1]) * 60 + Number(parts[2])) * 60_000 : undefined;
}

const timeOf = (text: string): number => required(parseTimeOfDay(text), `a time HH:MM in '${text}'`);

/** A make-up day works, a day off rests, any other day follows the week. */
export function isWorkingDayNumber({ exceptions }: IndexedCalendar, day: number): boolean {
  const exception = exceptions.get(day);
  if (exception !== undefined) return exception;
  const weekday = weekdayOfDayNumber(day);
  return weekday !== 0 && weekday !== 6;
}

export const isWorkingDay = (calendar: IndexedCalendar, date: LocalDate): boolean =>
  isWorkingDayNumber(calendar, dayNumberOf(date));

/** The year's notice is not loaded (「暂定」): the date may warn, it must not cut anybody off. */
export const isProvisional = ({ years }: IndexedCalendar, date: LocalDate): boolean =>
  !years.has(yearOf(date));

/** Whether any day from `first` to `last`, both in, lies in a year that is not loaded. */
export function spansProvisionalYear({ years }: IndexedCalendar, first: LocalDate, last: LocalDate): boolean {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!years.has(year)) return true;
  return false;
}
