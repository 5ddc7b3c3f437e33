import { cycleDays } from './civil-calendar.js';
import { padded } from './feel-date.js';

const daySeconds = 86_400;

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** The formatter of an IANA zone, or null where there is no such zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = newFormat(timeZone);
  if (format) formats.set(timeZone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** One command asks the same moment dozens of times, and the formatter is the dearest thing that it calls. */
let last:
  { readonly timeZone: string; readonly epochSecond: number; readonly offset: number | null } | undefined;

/** Seconds east of UTC in `timeZone` at this second since 1970-01-01T00:00:00Z; null where the zone is unknown. */
export function offsetAt(timeZone: string, epochSecond: number): number | null {
  if (timeZone === 'UTC') return 0;
  if (last?.timeZone !== timeZone || last.epochSecond !== epochSecond)
    last = { timeZone, epochSecond, offset: offsetFormatted(timeZone, epochSecond) };
  return last.offset;
}

function offsetFormatted(timeZone: string, epochSecond: number): number | null {
  const format = formatOf(timeZone);
  if (!format || !Number.isFinite(epochSecond)) return null;
  const parts = format.formatToParts(knownSecond(epochSecond) * 1000);
  const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT(?:([+-])(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (!match) return null;
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? -seconds : seconds;
}

const cycleSeconds = cycleDays * daySeconds;
/** Within 8,000 years of 1970 JavaScript is asked as it is; its dates end with the year 275760. */
const askedSeconds = 20 * cycleSeconds;

/** A second that JavaScript knows and that has the same offset: the rules in force repeat with the calendar, and before the first zones nothing changed. */
function knownSecond(epochSecond: number): number {
  if (epochSecond < -askedSeconds) return -askedSeconds;
  return epochSecond <= askedSeconds ? epochSecond : (epochSecond % cycleSeconds) + cycleSeconds;
}

/**
 * The offset in seconds that a clock on the wall of `timeZone` has when it shows this second of this day; a doubled hour
 * takes the first.
 */
export function offsetOfLocal(timeZone: string, epochDay: number, secondOfDay: number): number | null {
  const wall = epochDay * daySeconds + secondOfDay;
  const near = offsetAt(timeZone, wall);
  if (near === null) return null;
  const offset = offsetAt(timeZone, wall - near);
  if (offset === null || timeZone === 'UTC') return offset;
  // East of UTC the guess comes from behind the change: what the wall showed a day before may hold as well, and earlier.
  const before = offsetAt(timeZone, wall - near - daySeconds);
  return before !== null && before > offset && offsetAt(timeZone, wall - before) === before ? before : offset;
}

/** `Z`, `+08:00`, `-03:30`. */
export function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const seconds = Math.abs(offset);
  const rest = seconds % 60 === 0 ? '' : `:${padded(seconds % 60)}`;
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(seconds / 3600))}:${padded(Math.floor(seconds / 60) % 60)}${rest}`;
}

/** `@Europe/Paris` where the zone is known by name, its offset where there is one, else nothing. */
export function zoneText(offset: number | null, zone: string | null): string {
  if (zone !== null) return `@${zone}`;
  return offset === null ? '' : offsetText(offset);
}
