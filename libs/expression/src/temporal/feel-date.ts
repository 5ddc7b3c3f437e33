import { civilDateOf, epochDayOf } from './civil-calendar.js';

/** A calendar date, counted in days since 1970-01-01 (proleptic Gregorian). */
export class FeelDate {
  constructor(readonly epochDay: number) {}

  get year(): number {
    return civilDateOf(this.epochDay).year;
  }
  get month(): number {
    return civilDateOf(this.epochDay).month;
  }
  get day(): number {
    return civilDateOf(this.epochDay).day;
  }
  /** ISO: Monday 1 … Sunday 7. */
  get weekday(): number {
    return ((((this.epochDay + 3) % 7) + 7) % 7) + 1;
  }

  toString(): string {
    const { year, month, day } = civilDateOf(this.epochDay);
    return `${paddedYear(year)}-${padded(month)}-${padded(day)}`;
  }
}

export const padded = (value: number): string => (value < 10 ? `0${value}` : String(value));

export function paddedYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

/** Years within which dates are kept (DMN 1.3 §10.3.2.3.4); beyond them a date is null. */
const yearMax = 999_999_999;

/** The date of these numbers, or null where the calendar has none (30 February, year 1000000000). */
export function dateOf(year: number, month: number, day: number): FeelDate | null {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > yearMax) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return new FeelDate(epochDayOf({ year, month, day }));
}

export const inCalendar = (epochDay: number): FeelDate | null =>
  Number.isSafeInteger(epochDay) && epochDay >= firstEpochDay && epochDay <= lastEpochDay
    ? new FeelDate(epochDay)
    : null;

const firstEpochDay = epochDayOf({ year: -yearMax, month: 1, day: 1 });
const lastEpochDay = epochDayOf({ year: yearMax, month: 12, day: 31 });

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** `months` later; the 31st becomes the last day of a shorter month. */
export function plusMonths(date: FeelDate, months: number): FeelDate | null {
  const from = civilDateOf(date.epochDay);
  const total = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return dateOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** Whole months from `from` to `to`, toward zero. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  return months < 0 && to.day > from.day ? months + 1 : months;
}
