import { assert, required, type Brand } from '@wuqing/kernel';

/** A day of the Gregorian calendar as 'YYYY-MM-DD', years 1000 to 9999. Text order is the order of time. */
export type LocalDate = Brand<string, 'LocalDate'>;

const pattern = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

/** The date that `text` writes, or undefined where it is no day of the calendar (2026-02-30). */
export function parseLocalDate(text: unknown): LocalDate | undefined {
  const parts = typeof text === 'string' ? pattern.exec(text) : null;
  if (!parts) return undefined;
  const day = dayNumberOf(text as LocalDate);
  return localDateOfDayNumber(day) === text ? (text as LocalDate) : undefined;
}

/** For dates that our own code or data writes: anything else is a bug. */
export const localDate = (text: string): LocalDate =>
  required(parseLocalDate(text), `a date YYYY-MM-DD in '${text}'`);

/**
 * Days since 1970-01-01, from the civil date: years begin in March, so that the leap day comes last.
 * No `Date`: the same integers in workflow, API and browser.
 */
export function dayNumberOf(date: LocalDate): number {
  const month = twoDigitsAt(date, 5);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + twoDigitsAt(date, 8) - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The inverse of `dayNumberOf`; leaving the years 1000 to 9999 is a bug. */
export function localDateOfDayNumber(day: number): LocalDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  assert(year >= 1000 && year <= 9999, `Expected a year from 1000 to 9999, found ${year}`);
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as LocalDate;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Plans of ten thousand terms read dates half a million times: character codes, no slices. 528 is 11 × '0'. */
const twoDigitsAt = (date: LocalDate, index: number): number =>
  date.charCodeAt(index) * 10 + date.charCodeAt(index + 1) - 528;

export const yearOf = (date: LocalDate): number => twoDigitsAt(date, 0) * 100 + twoDigitsAt(date, 2);

/** 0 is Sunday, 6 is Saturday; 1970-01-01 was a Thursday. */
export const weekdayOfDayNumber = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Calendar days, backwards with a negative `days`. */
export const addCalendarDays = (date: LocalDate, days: number): LocalDate =>
  localDateOfDayNumber(dayNumberOf(date) + days);

/** Nights from `from` to `to`; negative where `to` comes first. */
export const calendarDaysBetween = (from: LocalDate, to: LocalDate): number =>
  dayNumberOf(to) - dayNumberOf(from);
