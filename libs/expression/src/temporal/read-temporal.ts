import { dateOf, type FeelDate } from './feel-date.js';
import { dateTimeOf, type FeelDateTime } from './feel-date-time.js';
import { daysTime, yearsMonths, type DaysTimeDuration, type YearsMonthsDuration } from './feel-duration.js';
import { FeelTime, timeOf } from './feel-time.js';
import { offsetAt, offsetOfLocal } from './time-zone.js';

const datePattern = /^(-?\d{4,9})-(\d{2})-(\d{2})$/;
const timePattern =
  /^T?(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2}(?::\d{2})?(?:\[[\w+\-/]{1,60}\])?|@[\w+\-/]{1,60})?$/i;
const durationPattern =
  /^(-)?P(?:(\d{1,12})Y)?(?:(\d{1,12})M)?(?:(\d{1,12})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12}(?:\.\d{1,9})?)S)?)?$/;

/** 'YYYY-MM-DD'; null for anything else. */
export function readDate(text: string): FeelDate | null {
  const match = datePattern.exec(text);
  return match && dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

interface Clock {
  readonly msOfDay: number;
  readonly zone: string | undefined;
}

function readClock(text: string): Clock | null {
  const match = timePattern.exec(text);
  if (!match) return null;
  const ms = match[4] === undefined ? 0 : Math.trunc(Number(`0.${match[4]}`) * 1000);
  const msOfDay = timeOf(Number(match[1]), Number(match[2]), Number(match[3]), ms);
  return msOfDay === null ? null : { msOfDay, zone: match[5] };
}

/** 'hh:mm:ss' with fraction and zone optional. */
export function readTime(text: string): FeelTime | null {
  const clock = readClock(text);
  if (!clock) return null;
  const offset = offsetOf(clock.zone, clock.msOfDay);
  return offset === undefined ? null : new FeelTime(clock.msOfDay, offset);
}

/** '<date>T<time>', or a date alone, which is its midnight. */
export function readDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T');
  const date = readDate(at === -1 ? text : text.slice(0, at));
  const clock = at === -1 ? { msOfDay: 0, zone: undefined } : readClock(text.slice(at + 1));
  if (!date || !clock) return null;
  const local = dateTimeOf(date, clock.msOfDay, null);
  const offset = offsetOf(clock.zone, local.localMs);
  return offset === undefined ? null : dateTimeOf(date, clock.msOfDay, offset);
}

/** Seconds east of UTC; null without zone, undefined for a zone that does not exist. */
function offsetOf(zone: string | undefined, localMs: number): number | null | undefined {
  if (zone === undefined) return null;
  if (zone.toUpperCase() === 'Z') return 0;
  if (zone.startsWith('@')) return offsetOfLocal(zone.slice(1), localMs) ?? undefined;
  const [hours = 0, minutes = 0, seconds = 0] = zone.slice(1).replace(/\[.*/, '').split(':').map(Number);
  if (hours > 18 || minutes > 59 || seconds > 59) return undefined;
  const offset = hours * 3600 + minutes * 60 + seconds;
  return zone.startsWith('-') ? -offset : offset;
}

/** Seconds east of UTC that `Z`, `+08:00` or an IANA name means at this moment; null for anything else. */
export function zoneOffset(zone: string, epochMs: number): number | null {
  if (!/^(Z|[+-]\d{2}:\d{2})$/.test(zone))
    return /^[\w+\-/]{1,60}$/.test(zone) ? offsetAt(zone, epochMs) : null;
  return offsetOf(zone, epochMs) ?? null;
}

/** ISO 8601 duration of either kind; both kinds in one text ('P1Y2D') are null, as in FEEL. */
export function readDuration(text: string): DaysTimeDuration | YearsMonthsDuration | null {
  const match = durationPattern.exec(text);
  if (!match || text.endsWith('P') || text.endsWith('T')) return null;
  const [years, months, days, hours, minutes, seconds] = match
    .slice(2)
    .map((digits) => Number(digits ?? 0)) as [number, number, number, number, number, number];
  const sign = match[1] === '-' ? -1 : 1;
  const hasMonths = match[2] !== undefined || match[3] !== undefined;
  if (!hasMonths) return daysTime(sign * ((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000));
  return match.slice(4).some((digits) => digits !== undefined)
    ? null
    : yearsMonths(sign * (years * 12 + months));
}

/** The temporal value of `@"…"`. */
export const readAny = (
  text: string,
): FeelDate | FeelTime | FeelDateTime | DaysTimeDuration | YearsMonthsDuration | null =>
  readDate(text) ?? readTime(text) ?? (text.includes('T') ? readDateTime(text) : null) ?? readDuration(text);
