import type { Run } from '../run.js';
import { dateOf as dateOfNumbers, daysInMonth, FeelDate, monthsBetween } from '../temporal/feel-date.js';
import { dateTimeOf, FeelDateTime, momentIn } from '../temporal/feel-date-time.js';
import { DaysTimeDuration, yearsMonths, YearsMonthsDuration } from '../temporal/feel-duration.js';
import { FeelTime, timeOf } from '../temporal/feel-time.js';
import {
  readAny,
  readDate,
  readDateTime,
  readDuration,
  readTime,
  zoneOffset,
} from '../temporal/read-temporal.js';
import type { Value } from '../value.js';
import { dateOf, integerOf, textOf } from './argument.js';
import { also, builtIn, type BuiltIn, type Library } from './built-in.js';

/** `date("2026-08-24")`, `date(date-time)`, `date(2026, 8, 24)`. */
function date(args: readonly Value[]): Value {
  if (args.length === 1) {
    const text = textOf(args[0]);
    return text === null ? dateOf(args[0]) : readDate(text);
  }
  const [year, month, day] = [integerOf(args[0]), integerOf(args[1]), integerOf(args[2])];
  return year === null || month === null || day === null ? null : dateOfNumbers(year, month, day);
}

/** `date and time("…")`, `date and time(date, time)` or `date and time(date-time, "Asia/Shanghai")`. */
function dateAndTime(args: readonly Value[], run: Run): Value {
  if (args.length === 2) {
    const day = dateOf(args[0]);
    const clock = args[1];
    if (typeof clock === 'string') return inZone(args[0], clock, run);
    return day && clock instanceof FeelTime ? dateTimeOf(day, clock.msOfDay, clock.offset) : null;
  }
  const [from] = args;
  if (from instanceof FeelDateTime) return from;
  if (from instanceof FeelDate) return dateTimeOf(from, 0, null);
  const text = textOf(from);
  return text === null ? null : readDateTime(text);
}

/** Camunda's `date and time(date, timezone)`: what the clocks of the zone show at that moment. */
function inZone(moment: Value | undefined, zone: string, run: Run): Value {
  if (!(moment instanceof FeelDateTime)) return null;
  const epochMs = moment.epochMs(run.context.timeZone);
  const offset = zoneOffset(zone, epochMs);
  return offset === null ? null : new FeelDateTime(epochMs + offset * 1000, offset);
}

/** `time("…")`, `time(date-time)`, `time(12, 30, 0)` with an offset as duration. */
function time(args: readonly Value[]): Value {
  if (args.length >= 3) {
    const [hour, minute, second] = [integerOf(args[0]), integerOf(args[1]), integerOf(args[2])];
    if (hour === null || minute === null || second === null || Math.min(hour, minute, second) < 0)
      return null;
    const ms = timeOf(hour, minute, second, 0);
    const offset = args[3] instanceof DaysTimeDuration ? args[3].ms / 1000 : null;
    return ms === null ? null : new FeelTime(ms, offset);
  }
  const [from] = args;
  if (from instanceof FeelTime) return from;
  if (from instanceof FeelDateTime) return new FeelTime(from.msOfDay, from.offset);
  const text = textOf(from);
  return text === null ? null : readTime(text);
}

function duration([from]: readonly Value[]): Value {
  if (from instanceof DaysTimeDuration || from instanceof YearsMonthsDuration) return from;
  const text = textOf(from);
  return text === null ? null : readDuration(text);
}

function yearsAndMonths([from, to]: readonly Value[]): Value {
  const first = dateOf(from);
  const last = dateOf(to);
  return first && last && yearsMonths(monthsBetween(first, last));
}

/** ISO 8601: the week with the year's first Thursday is the first. */
function weekOfYear(day: FeelDate): number {
  const thursday = new FeelDate(day.epochDay - day.weekday + 4);
  const first = dateOfNumbers(thursday.year, 1, 1)?.epochDay ?? thursday.epochDay;
  return Math.floor((thursday.epochDay - first) / 7) + 1;
}

const now = (_args: readonly Value[], run: Run): FeelDateTime | null =>
  momentIn(run.context.timeZone, run.context.now);

const ofDate = (call: (date: FeelDate) => Value): BuiltIn =>
  builtIn(['date'], ([value]) => {
    const day = dateOf(value);
    return day && call(day);
  });

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const temporalFunctions: Library = {
  date: also(builtIn(['from', 'month', 'day'], date, 1), ['year', 'month', 'day']),
  'date and time': also(builtIn(['from', 'time'], dateAndTime, 1), ['date', 'time'], ['date', 'timezone']),
  time: also(builtIn(['from', 'minute', 'second', 'offset'], time, 1), [
    'hour',
    'minute',
    'second',
    'offset',
  ]),
  duration: builtIn(['from'], duration),
  'years and months duration': builtIn(['from', 'to'], yearsAndMonths),
  '@': builtIn(['from'], ([from]) => (typeof from === 'string' ? readAny(from) : null)),
  now: builtIn([], now),
  today: builtIn([], (args, run) => now(args, run)?.date ?? null),
  'day of week': ofDate((day) => weekdays[day.weekday - 1] ?? null),
  'day of year': ofDate((day) => day.epochDay - (dateOfNumbers(day.year, 1, 1)?.epochDay ?? 0) + 1),
  'week of year': ofDate(weekOfYear),
  'last day of month': ofDate((day) => dateOfNumbers(day.year, day.month, daysInMonth(day.year, day.month))),
  'month of year': ofDate((day) => months[day.month - 1] ?? null),
};
