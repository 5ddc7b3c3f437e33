const DAY_MS = 86_400_000;

/** The Sunday on or after a day, both `YYYY-MM-DD`: weeks begin on Monday. */
export function endOfWeek(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const weekday = new Date(midnight).getUTCDay();
  return new Date(midnight + ((7 - weekday) % 7) * DAY_MS).toISOString().slice(0, 10);
}
