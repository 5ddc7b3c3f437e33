const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day of the calendar as YYYY-MM-DD; 2026-02-30 is none. */
export function isDay(value: unknown): value is string {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

/** The same day so many years later; of 29 February the last of February where there is none. */
export function yearsAfter(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year + years).padStart(4, '0')}-${two(month)}-${two(Math.min(date, last))}`;
}
