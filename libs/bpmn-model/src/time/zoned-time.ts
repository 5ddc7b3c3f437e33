import { instant, plusMs, type Instant } from '@wuqing/kernel';
import type { IsoDuration } from './iso-duration.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter only reads its arguments; it is kept because making one costs a hundred times what using it does. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** The wall clock of a zone, written as if it stood in UTC: the arithmetic of dates without an offset. */
function wallClockOf(moment: Instant, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(moment)) parts[type] = value;
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map(
    (name) => Number(parts[name]),
  );
  const wholeSeconds = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
  return wholeSeconds + (((moment % 1000) + 1000) % 1000);
}

/** The moment at which a zone's wall clock shows `wall`; in a gap of summer time the moment after it. */
function momentOf(wall: number, timeZone: string): Instant {
  const offsetAt = (moment: number): number => wallClockOf(instant(moment), timeZone) - moment;
  const first = wall - offsetAt(wall);
  return instant(wall - offsetAt(first));
}

const datePattern = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const dateTimePattern = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * `YYYY-MM-DD` (the start of that day in the zone) or an ISO 8601 date-time (without offset: in the zone);
 * undefined where the text is neither or names no day of the calendar.
 */
export function parseMoment(text: string, timeZone: string): Instant | undefined {
  const isDate = datePattern.test(text);
  const dateTime = dateTimePattern.exec(text);
  if ((!isDate && !dateTime) || !isCalendarDay(text.slice(0, 10))) return undefined;
  const hasOffset = dateTime?.[3] !== undefined;
  const parsed = Date.parse(isDate ? `${text}T00:00:00Z` : hasOffset ? text : `${text}Z`);
  if (Number.isNaN(parsed)) return undefined;
  return hasOffset ? instant(parsed) : momentOf(parsed, timeZone);
}

/** 02-30 would roll over to March in some parsers and is NaN in others; it is no day. */
function isCalendarDay(text: string): boolean {
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}

/** `moment` plus a duration: months first, on the zone's calendar (the 31st becomes the month's last day), then time. */
export function plusDuration(moment: Instant, { months, ms }: IsoDuration, timeZone: string): Instant {
  if (months === 0) return plusMs(moment, ms);
  const wall = new Date(wallClockOf(moment, timeZone));
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  wall.setUTCDate(Math.min(day, lastDay));
  return plusMs(momentOf(wall.getTime(), timeZone), ms);
}
