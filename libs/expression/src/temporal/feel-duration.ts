import { dayNanos, fractionText, secondNanos } from './nanos.js';

/** A days-and-time duration in nanoseconds. */
export class DaysTimeDuration {
  constructor(readonly nanos: bigint) {}

  get days(): number {
    return Number(this.nanos / BigInt(dayNanos));
  }
  get hours(): number {
    return Math.trunc(this.secondsOfDay / 3600);
  }
  get minutes(): number {
    return Math.trunc(this.secondsOfDay / 60) % 60;
  }
  get seconds(): number {
    return this.secondsOfDay % 60;
  }
  private get secondsOfDay(): number {
    return Number((this.nanos % BigInt(dayNanos)) / BigInt(secondNanos));
  }

  toString(): string {
    const size = new DaysTimeDuration(this.nanos < 0n ? -this.nanos : this.nanos);
    const fraction = fractionText(Number(size.nanos % BigInt(secondNanos)));
    const seconds = size.seconds === 0 && fraction === '' ? '' : `${size.seconds}${fraction}S`;
    const time = `${part(size.hours, 'H')}${part(size.minutes, 'M')}${seconds}`;
    const text = `P${part(size.days, 'D')}${time === '' ? '' : `T${time}`}`;
    return (this.nanos < 0n ? '-' : '') + (text === 'P' ? 'PT0S' : text);
  }
}

/** A years-and-months duration in months. */
export class YearsMonthsDuration {
  constructor(readonly totalMonths: number) {}

  get years(): number {
    return Math.trunc(this.totalMonths / 12);
  }
  get months(): number {
    return this.totalMonths % 12;
  }

  toString(): string {
    const total = Math.abs(this.totalMonths);
    const text = `P${part(Math.trunc(total / 12), 'Y')}${part(total % 12, 'M')}`;
    return (this.totalMonths < 0 ? '-' : '') + (text === 'P' ? 'P0M' : text);
  }
}

export const isDuration = (value: unknown): value is DaysTimeDuration | YearsMonthsDuration =>
  value instanceof DaysTimeDuration || value instanceof YearsMonthsDuration;

const part = (value: number, unit: string): string => (value === 0 ? '' : `${value}${unit}`);

/** Some three hundred thousand million years: longer ones are null, so that no sum grows for ever. */
const secondsMax = 2n ** 63n;

export const daysTime = (nanos: bigint): DaysTimeDuration | null =>
  nanos < secondsMax * BigInt(secondNanos) && nanos > -secondsMax * BigInt(secondNanos)
    ? new DaysTimeDuration(nanos)
    : null;

/** The nearest whole nanosecond; null where `nanos` is no finite number. */
export const daysTimeNear = (nanos: number): DaysTimeDuration | null =>
  Number.isFinite(nanos) ? daysTime(BigInt(Math.round(nanos))) : null;

export const daysTimeOfSeconds = (seconds: number): DaysTimeDuration =>
  new DaysTimeDuration(BigInt(seconds) * BigInt(secondNanos));

export const yearsMonths = (months: number): YearsMonthsDuration | null =>
  Number.isFinite(months) ? new YearsMonthsDuration(Math.trunc(months) + 0) : null;
