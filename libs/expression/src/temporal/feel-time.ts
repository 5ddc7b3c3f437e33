import { padded } from './feel-date.js';
import { dayNanos, fractionText, secondNanos } from './nanos.js';
import { zoneText } from './time-zone.js';

/**
 * A time of day in nanoseconds, with its offset from UTC in seconds where it has one, and with the IANA name of the zone
 * that the offset comes from where it was given by name.
 */
export class FeelTime {
  constructor(
    readonly nanoOfDay: number,
    readonly offset: number | null,
    readonly zone: string | null = null,
  ) {}

  get hour(): number {
    return Math.floor(this.nanoOfDay / (3600 * secondNanos));
  }
  get minute(): number {
    return Math.floor(this.nanoOfDay / (60 * secondNanos)) % 60;
  }
  get second(): number {
    return Math.floor(this.nanoOfDay / secondNanos) % 60;
  }

  toString(): string {
    return clockText(this.nanoOfDay) + zoneText(this.offset, this.zone);
  }
}

/** hh:mm:ss, with a fraction where there is one. */
export function clockText(nanoOfDay: number): string {
  const seconds = Math.floor(nanoOfDay / secondNanos);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(padded);
  return clock.join(':') + fractionText(nanoOfDay % secondNanos);
}

/** Nanoseconds of the day; null where no clock shows it. */
export const timeOf = (hour: number, minute: number, second: number, nano: number): number | null =>
  hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * secondNanos + nano : null;

/** The time of day that lies `nanos` behind this one, around the clock. */
export const plusAroundClock = (time: FeelTime, nanos: bigint): FeelTime => {
  const shifted = time.nanoOfDay + Number(nanos % BigInt(dayNanos));
  return new FeelTime((shifted + dayNanos) % dayNanos, time.offset, time.zone);
};
