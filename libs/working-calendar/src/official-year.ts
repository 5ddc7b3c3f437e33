import { addCalendarDays, localDate, type LocalDate } from './local-date.js';

/** One year's holiday notice of the General Office of the State Council, as data. */
export interface OfficialYear {
  readonly year: number;
  /** Title and number of the notice. */
  readonly source: string;
  readonly offDays: readonly LocalDate[];
  readonly workDays: readonly LocalDate[];
}

/** Every day from `first` to `last`, both in. */
export function daysOff(first: string, last: string): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = localDate(first); day <= last; day = addCalendarDays(day, 1)) days.push(day);
  return days;
}

export const officialYear = ({
  workDays,
  ...rest
}: Omit<OfficialYear, 'workDays'> & { readonly workDays: readonly string[] }): OfficialYear => ({
  ...rest,
  workDays: workDays.map(localDate),
});
