import { padded } from './feel-date.js';
import { offsetText } from './time-zone.js';

/** A time of day in milliseconds, with its offset from UTC in seconds where it has one. */
export class FeelTime {
  constructor(
    readonly msOfDay: number,
    readonly offset: number | null,
  ) {}

  get hour(): number {
    return Math.floor(this.msOfDay / 3_600_000);
  }
  get minute(): number {
    return Math.floor(this.msOfDay / 60_000) % 60;
  }
  get second(): number {
    return Math.floor(this.msOfDay / 1000) % 60;
  }

  toString(): string {
    return clockText(this.msOfDay) + (this.offset === null ? '' : offsetText(this.offset));
  }
}

/** hh:mm:ss, with .sss where there are milliseconds. */
export function clockText(msOfDay: number): string {
  const ms = msOfDay % 1000;
  const seconds = Math.floor(msOfDay / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(padded)
    .join(':');
  return ms === 0 ? clock : `${clock}.${String(ms).padStart(3, '0').replace(/0+$/, '')}`;
}

export const timeOf = (hour: number, minute: number, second: number, ms: number): number | null =>
  hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 + ms : null;
