/** A calendar date 'YYYY-MM-DD' as the working calendar brands it; equal-length text compares like the dates do. */
export type CalendarDate = string;

const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** True for an existing day written as 'YYYY-MM-DD'. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !FORM.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

/** Calendar days onward, no roll-over: 2026-09-09 + 6 = 2026-09-15. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? b : a);
