import { FeelDate, inCalendar } from './feel-date.js';
import { clockText } from './feel-time.js';
import { offsetAt, offsetOfLocal, offsetText } from './time-zone.js';

const dayMs = 86_400_000;

/** What a calendar and a clock on the wall show (`localMs`, as if UTC), with its offset in seconds where it has one. */
export class FeelDateTime {
  constructor(
    readonly localMs: number,
    readonly offset: number | null,
  ) {}

  get date(): FeelDate {
    return new FeelDate(Math.floor(this.localMs / dayMs));
  }
  get msOfDay(): number {
    return this.localMs - Math.floor(this.localMs / dayMs) * dayMs;
  }
  /** The moment, a local one being read in `timeZone`. */
  epochMs(timeZone: string): number {
    return this.localMs - (this.offset ?? offsetOfLocal(timeZone, this.localMs) ?? 0) * 1000;
  }

  toString(): string {
    return `${this.date}T${clockText(this.msOfDay)}${this.offset === null ? '' : offsetText(this.offset)}`;
  }
}

export const dateTimeOf = (date: FeelDate, msOfDay: number, offset: number | null): FeelDateTime =>
  new FeelDateTime(date.epochDay * dayMs + msOfDay, offset);

/** `ms` later on the wall, or null beyond the calendar. */
export const plusWallMs = (moment: FeelDateTime, ms: number): FeelDateTime | null =>
  inCalendar(Math.floor((moment.localMs + ms) / dayMs)) &&
  new FeelDateTime(moment.localMs + ms, moment.offset);

/** The wall of `timeZone` at this moment. */
export function momentIn(timeZone: string, epochMs: number): FeelDateTime | null {
  const offset = offsetAt(timeZone, epochMs);
  return offset === null ? null : new FeelDateTime(epochMs + offset * 1000, offset);
}

/** With the offset that `timeZone` has then, where it has none of its own. */
export const zoned = (moment: FeelDateTime, timeZone: string): FeelDateTime =>
  moment.offset === null ? new FeelDateTime(moment.localMs, offsetOfLocal(timeZone, moment.localMs)) : moment;
