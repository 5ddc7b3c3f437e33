import { dateOf, type FeelDate } from './feel-date.js';
import { dateTimeInZone, dateTimeOf, wallOf, type FeelDateTime } from './feel-date-time.js';
import { daysTime, yearsMonths, type DaysTimeDuration, type YearsMonthsDuration } from './feel-duration.js';
import { FeelTime, timeOf } from './feel-time.js';
import { dayNanos, secondNanos } from './nanos.js';
import { offsetAt, offsetOfLocal } from './time-zone.js';

/** XML Schema 1.1 §3.3.9: a year of more than four digits does not begin with a zero. */
const datePattern = /^(-?(?:\d{4}|[1-9]\d{4,8}))-(\d{2})-(\d{2})$/;
/** Seconds may be left out, as Camunda 8 documents it; a zone is an offset, a name, or an offset with its name. */
const timePattern =
  /^T?(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:(Z|[+-]\d{2}:\d{2}(?::\d{2})?)(?:\[([\w+\-/]{1,60})\])?|@([\w+\-/]{1,60}))?$/i;
const durationPattern =
  /^(-)?P(?:(\d{1,12})Y)?(?:(\d{1,12})M)?(?:(\d{1,12})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12})(?:\.(\d{0,9}))?S)?)?$/;

/** 'YYYY-MM-DD'; null for anything else. */
export function readDate(text: string): FeelDate | null {
  const match = datePattern.exec(text);
  return match && dateOf(Number(match[1]) + 0, Number(match[2]), Number(match[3]));
}

interface Clock {
  readonly nanoOfDay: number;
  /** Seconds east of UTC, where they are written. */
  readonly offset?: number;
  /** The zone's IANA name, where it is written. */
  readonly zone?: string;
}

function readClock(text: string): Clock | null {
  const match = timePattern.exec(text);
  if (!match) return null;
  const [, hour, minute, second = '0', fraction = '', offsetDigits, bracketed, named] = match;
  const nanoOfDay = timeOf(Number(hour), Number(minute), Number(second), nanosOf(fraction));
  const offset = offsetDigits === undefined ? undefined : offsetOf(offsetDigits);
  const zone = bracketed ?? named;
  if (nanoOfDay === null || offset === null) return null;
  return { nanoOfDay, ...(offset !== undefined && { offset }), ...(zone !== undefined && { zone }) };
}

const nanosOf = (fraction: string): number => Number(fraction.padEnd(9, '0'));

/** 'hh:mm:ss' with fraction and zone optional; a zone's name without a date has the offset of 1970-01-01. */
export function readTime(text: string): FeelTime | null {
  const clock = readClock(text);
  if (!clock) return null;
  const { nanoOfDay, zone } = clock;
  if (zone === undefined) return new FeelTime(nanoOfDay, clock.offset ?? null);
  const known = offsetOfLocal(zone, 0, Math.floor(nanoOfDay / secondNanos));
  return known === null ? null : new FeelTime(nanoOfDay, clock.offset ?? known, zone);
}

/** '<date>T<time>', or a date alone, which is its midnight. */
export function readDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T');
  const date = readDate(at === -1 ? text : text.slice(0, at));
  const clock: Clock | null = at === -1 ? { nanoOfDay: 0 } : readClock(text.slice(at + 1));
  if (!date || !clock) return null;
  const { nanoOfDay, offset, zone } = clock;
  if (zone === undefined) return dateTimeOf(date, nanoOfDay, offset ?? null);
  if (offset === undefined) return dateTimeInZone(date, nanoOfDay, zone);
  return wallOf(dateTimeOf(date, nanoOfDay, offset).epochNanos('UTC'), zone, zone);
}

/** Seconds east of UTC of `Z`, `+08:00` or `-03:30:15`; null beyond 18 hours, where no zone lies. */
function offsetOf(digits: string): number | null {
  if (digits.toUpperCase() === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = digits.slice(1).split(':').map(Number);
  if (minutes > 59 || seconds > 59) return null;
  const offset = hours * 3600 + minutes * 60 + seconds;
  if (offset > offsetMax) return null;
  return digits.startsWith('-') ? 0 - offset : offset;
}

/** Seconds. */
export const offsetMax = 18 * 3600;

/** Seconds east of UTC that `Z`, `+08:00` or an IANA name means at this second; null for anything else. */
export function zoneOffset(
  zone: string,
  epochSecond: number,
): { offset: number; name: string | null } | null {
  if (/^(Z|[+-]\d{2}:\d{2})$/.test(zone)) {
    const offset = offsetOf(zone);
    return offset === null ? null : { offset, name: null };
  }
  const offset = /^[\w+\-/]{1,60}$/.test(zone) ? offsetAt(zone, epochSecond) : null;
  return offset === null ? null : { offset, name: zone };
}

/** ISO 8601 duration of either kind; both kinds in one text ('P1Y2D') are null, as in FEEL. */
export function readDuration(text: string): DaysTimeDuration | YearsMonthsDuration | null {
  const match = durationPattern.exec(text);
  if (!match || text.endsWith('P') || text.endsWith('T')) return null;
  const [, sign, years, months, ...clock] = match;
  if (years === undefined && months === undefined) return daysTime(signed(sign, clockNanos(clock)));
  if (clock.some((digits) => digits !== undefined)) return null;
  const total = Number(years ?? 0) * 12 + Number(months ?? 0);
  return yearsMonths(sign === undefined ? total : -total);
}

const signed = (sign: string | undefined, nanos: bigint): bigint => (sign === undefined ? nanos : -nanos);

function clockNanos([days, hours, minutes, seconds, fraction = '']: readonly (string | undefined)[]): bigint {
  const whole = (BigInt(hours ?? 0) * 60n + BigInt(minutes ?? 0)) * 60n + BigInt(seconds ?? 0);
  return BigInt(days ?? 0) * BigInt(dayNanos) + whole * BigInt(secondNanos) + BigInt(nanosOf(fraction));
}

/** The temporal value of `@"…"`. */
export const readAny = (
  text: string,
): FeelDate | FeelTime | FeelDateTime | DaysTimeDuration | YearsMonthsDuration | null =>
  readDate(text) ?? readTime(text) ?? (text.includes('T') ? readDateTime(text) : null) ?? readDuration(text);
