/** A days-and-time duration in milliseconds. */
export class DaysTimeDuration {
  constructor(readonly ms: number) {}

  get days(): number {
    return Math.trunc(this.ms / 86_400_000);
  }
  get hours(): number {
    return Math.trunc(this.ms / 3_600_000) % 24;
  }
  get minutes(): number {
    return Math.trunc(this.ms / 60_000) % 60;
  }
  get seconds(): number {
    return Math.trunc(this.ms / 1000) % 60;
  }

  toString(): string {
    const { days, hours, minutes } = new DaysTimeDuration(Math.abs(this.ms));
    const seconds = (Math.abs(this.ms) % 60_000) / 1000;
    const time = `${part(hours, 'H')}${part(minutes, 'M')}${part(seconds, 'S')}`;
    const text = `P${part(days, 'D')}${time === '' ? '' : `T${time}`}`;
    return (this.ms < 0 ? '-' : '') + (text === 'P' ? 'PT0S' : text);
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

const part = (value: number, unit: string): string => (value === 0 ? '' : `${value}${unit}`);

export const daysTime = (ms: number): DaysTimeDuration | null =>
  Number.isFinite(ms) ? new DaysTimeDuration(Math.round(ms)) : null;

export const yearsMonths = (months: number): YearsMonthsDuration | null =>
  Number.isFinite(months) ? new YearsMonthsDuration(Math.trunc(months)) : null;
