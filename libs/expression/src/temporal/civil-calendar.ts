/** Of the proleptic Gregorian calendar, which repeats itself every 400 years. */
export const cycleDays = 146_097;
/** Days from 0000-03-01, with which the count of a cycle begins, to 1970-01-01. */
const epochShift = 719_468;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Days since 1970-01-01 of a date that exists. JavaScript's own `Date` ends with the year 275760; this counts as far as
 * whole numbers reach. A year is counted from March, so that the day that comes and goes is its last one.
 */
export function epochDayOf({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * cycleDays + yearOfCycle * 365 + leapDays + dayOfYear - epochShift;
}

/** The reverse of `epochDayOf`. */
export function civilDateOf(epochDay: number): CivilDate {
  const days = epochDay + epochShift;
  const cycle = Math.floor(days / cycleDays);
  const dayOfCycle = days - cycle * cycleDays;
  const leapDays =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
