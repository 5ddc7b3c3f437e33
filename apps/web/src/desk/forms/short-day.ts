/** '2026-11-23' to 「11-23」: the year is written where it differs, and a case's papers are of its own. */
export const shortDay = (day: string): string => day.slice(5);
