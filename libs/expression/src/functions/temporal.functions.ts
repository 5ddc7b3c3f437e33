import type { Run } from '../run.js';
import { dateOf as dateOfNumbers, daysInMonth, FeelDate, monthsBetween } from '../temporal/feel-date.js';
import {
  dateTimeInZone,
  dateTimeOf,
  FeelDateTime,
  wallAtOffset,
  wallOf,
} from '../temporal/feel-date-time.js';
import { DaysTimeDuration, yearsMonths, YearsMonthsDuration } from '../temporal/feel-duration.js';
import { FeelTime, timeOf } from '../temporal/feel-time.js';
import { floorDivided, secondNanos } from '../temporal/nanos.js';
import {
  offsetMax,
  readAny,
  readDate,
  readDateTime,
  readDuration,
  readTime,
  zoneOffset,
} from '../temporal/read-temporal.js';
import type { Value } from '../value.js';
import { dateOf, integerOf, numberOf, textOf } from './argument.js';
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
    return day && clock instanceof FeelTime ? atTime(day, clock) : null;
  }
  const [from] = args;
  if (from instanceof FeelDateTime) return from;
  if (from instanceof FeelDate) return dateTimeOf(from, 0, null);
  const text = textOf(from);
  return text === null ? null : readDateTime(text);
}

/** A zone that the time knows by name has the offset of that date, summer or winter. */
const atTime = (day: FeelDate, { nanoOfDay, offset, zone }: FeelTime): Value =>
  zone === null ? dateTimeOf(day, nanoOfDay, offset) : dateTimeInZone(day, nanoOfDay, zone);

/** Camunda's `date and time(date, timezone)`: what the clocks of the zone show at that moment. */
function inZone(moment: Value | undefined, zone: string, run: Run): Value {
  if (!(moment instanceof FeelDateTime)) return null;
  const epochNanos = moment.epochNanos(run.context.timeZone);
  const known = zoneOffset(zone, Number(floorDivided(epochNanos, BigInt(secondNanos))));
  if (known === null) return null;
  return known.name === null ? wallAtOffset(epochNanos, known.offset) : wallOf(epochNanos, zone, zone);
}

/** `time("…")`, `time(date-time)`, `time(date)`, which is midnight UTC, or `time(12, 30, 0.5)` with an offset as duration. */
function time(args: readonly Value[]): Value {
  if (args.length > 1) return timeOfNumbers(args);
  const [from] = args;
  if (from instanceof FeelTime) return from;
  if (from instanceof FeelDateTime) return new FeelTime(from.nanoOfDay, from.offset, from.zone);
  if (from instanceof FeelDate) return new FeelTime(0, 0);
  const text = textOf(from);
  return text === null ? null : readTime(text);
}

function timeOfNumbers([hours, minutes, seconds, zone = null]: readonly Value[]): Value {
  const [hour, minute, second] = [integerOf(hours), integerOf(minutes), numberOf(seconds)];
  const offset = offsetOf(zone);
  if (hour === null || minute === null || second === null || offset === undefined) return null;
  if (Math.min(hour, minute, second) < 0) return null;
  const whole = Math.floor(second);
  const nano = Math.min(Math.round((second - whole) * secondNanos), secondNanos - 1);
  const nanoOfDay = timeOf(hour, minute, whole, nano);
  return nanoOfDay === null ? null : new FeelTime(nanoOfDay, offset);
}

/** Seconds of a duration as offset; null without one, undefined for what is no offset. */
function offsetOf(zone: Value): number | null | undefined {
  if (zone === null) return null;
  if (!(zone instanceof DaysTimeDuration)) return undefined;
  const seconds = Number(zone.nanos) / secondNanos;
  return Number.isInteger(seconds) && Math.abs(seconds) <= offsetMax ? seconds : undefined;
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
  wallOf(BigInt(run.context.now) * 1_000_000n, run.context.timeZone, null);

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
