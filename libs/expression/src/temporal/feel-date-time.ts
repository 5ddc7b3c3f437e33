import { FeelDate, inCalendar } from './feel-date.js';
import { clockText } from './feel-time.js';
import { dayNanos, floorDivided, secondNanos } from './nanos.js';
import { offsetAt, offsetOfLocal, zoneText } from './time-zone.js';

/**
 * What a calendar (days since 1970-01-01) and a clock on the wall (nanoseconds of the day) show, with the offset from UTC
 * in seconds where there is one, and the zone's IANA name where the offset comes from a name.
 */
export class FeelDateTime {
  constructor(
    readonly epochDay: number,
    readonly nanoOfDay: number,
    readonly offset: number | null,
    readonly zone: string | null = null,
  ) {}

  get date(): FeelDate {
    return new FeelDate(this.epochDay);
  }

  /** Nanoseconds since 1970-01-01T00:00:00Z, a local moment being read in `timeZone`. */
  epochNanos(timeZone: string): bigint {
    const offset = this.offset ?? offsetOfLocal(timeZone, this.epochDay, secondOf(this.nanoOfDay)) ?? 0;
    return wallNanos(this) - BigInt(offset) * BigInt(secondNanos);
  }

  toString(): string {
    return `${this.date}T${clockText(this.nanoOfDay)}${zoneText(this.offset, this.zone)}`;
  }
}

const secondOf = (nanoOfDay: number): number => Math.floor(nanoOfDay / secondNanos);

const wallNanos = ({ epochDay, nanoOfDay }: FeelDateTime): bigint =>
  BigInt(epochDay) * BigInt(dayNanos) + BigInt(nanoOfDay);

/** What the wall shows `nanos` after the first midnight of 1970, or null beyond the calendar. */
function onWall(nanos: bigint, offset: number | null, zone: string | null): FeelDateTime | null {
  const day = floorDivided(nanos, BigInt(dayNanos));
  const date = inCalendar(Number(day));
  return date && new FeelDateTime(date.epochDay, Number(nanos - day * BigInt(dayNanos)), offset, zone);
}

/** At an offset of its own, or local. */
export const dateTimeOf = (date: FeelDate, nanoOfDay: number, offset: number | null): FeelDateTime =>
  new FeelDateTime(date.epochDay, nanoOfDay, offset);

/** With the offset that the zone of this IANA name has on that day; null where there is no such zone. */
export function dateTimeInZone(date: FeelDate, nanoOfDay: number, zone: string): FeelDateTime | null {
  const offset = offsetOfLocal(zone, date.epochDay, secondOf(nanoOfDay));
  return offset === null ? null : new FeelDateTime(date.epochDay, nanoOfDay, offset, zone);
}

/**
 * `nanos` later, or null beyond the calendar: on the line of time where the zone is known by name, so that a day in which
 * clocks are put on is shorter on the wall; else on the wall.
 */
export function plusNanos(moment: FeelDateTime, nanos: bigint): FeelDateTime | null {
  if (moment.zone === null) return onWall(wallNanos(moment) + nanos, moment.offset, null);
  return wallOf(moment.epochNanos(moment.zone) + nanos, moment.zone, moment.zone);
}

/** The wall of `timeZone` at the moment `epochNanos`; `zone` is the name that is kept with it. */
export function wallOf(epochNanos: bigint, timeZone: string, zone: string | null): FeelDateTime | null {
  const offset = offsetAt(timeZone, Number(floorDivided(epochNanos, BigInt(secondNanos))));
  return offset === null ? null : onWall(epochNanos + BigInt(offset) * BigInt(secondNanos), offset, zone);
}

/** The same moment on a wall `offset` seconds east of UTC. */
export const wallAtOffset = (epochNanos: bigint, offset: number): FeelDateTime | null =>
  onWall(epochNanos + BigInt(offset) * BigInt(secondNanos), offset, null);

/** By its offset alone, the one that `timeZone` has then where it has none of its own: how a moment leaves FEEL. */
export const byOffset = ({ epochDay, nanoOfDay, offset }: FeelDateTime, timeZone: string): FeelDateTime =>
  new FeelDateTime(epochDay, nanoOfDay, offset ?? offsetOfLocal(timeZone, epochDay, secondOf(nanoOfDay)));
