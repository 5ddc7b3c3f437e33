/** The year that is asked for, else the one in which `today` ('YYYY-MM-DD') lies. */
export const askedYear = (year: number | undefined, today: string): number =>
  year ?? Number(today.slice(0, 4));

/** From the first day of the year to before the first of the next, 'YYYY-MM-DD'. */
export const yearOf = (year: number): readonly [string, string] => [`${year}-01-01`, `${year + 1}-01-01`];

/** The same of the month in which that day lies. */
export function monthOf(day: string): readonly [string, string] {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return [`${day.slice(0, 7)}-01`, `${nextYear}-${String(next).padStart(2, '0')}-01`];
}

/** The month ('YYYY-MM') that is asked for; else the year, by default that of `today` ('YYYY-MM-DD'). */
export const periodOf = (
  { year, month }: { readonly year?: number | undefined; readonly month?: string | undefined },
  today: string,
): readonly [string, string] =>
  month === undefined ? yearOf(askedYear(year, today)) : monthOf(`${month}-01`);
