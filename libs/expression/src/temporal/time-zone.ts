import { padded } from './feel-date.js';

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
let last: { readonly timeZone: string; readonly epochMs: number; readonly offset: number | null } | undefined;

/** Seconds east of UTC in `timeZone` at this moment; null where the zone is unknown. */
export function offsetAt(timeZone: string, epochMs: number): number | null {
  if (timeZone === 'UTC') return 0;
  if (last?.timeZone !== timeZone || last.epochMs !== epochMs)
    last = { timeZone, epochMs, offset: offsetFormatted(timeZone, epochMs) };
  return last.offset;
}

function offsetFormatted(timeZone: string, epochMs: number): number | null {
  const format = formatOf(timeZone);
  if (!format || !Number.isFinite(epochMs)) return null;
  const text = format.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT(?:([+-])(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (!match) return null;
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? -seconds : seconds;
}

/** The offset that a clock on the wall of `timeZone` has when it shows `localMs`; a doubled hour takes the first. */
export function offsetOfLocal(timeZone: string, localMs: number): number | null {
  const first = offsetAt(timeZone, localMs);
  return first === null ? null : offsetAt(timeZone, localMs - first * 1000);
}

/** `Z`, `+08:00`, `-03:30`. */
export function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const seconds = Math.abs(offset);
  const rest = seconds % 60 === 0 ? '' : `:${padded(seconds % 60)}`;
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(seconds / 3600))}:${padded(Math.floor(seconds / 60) % 60)}${rest}`;
}
