const DAY_MS = 86_400_000;

/** Shanghai has had no summer time since 1991: the offset is part of the written moment. */
const at = (day: string, time: string): number => Date.parse(`${day}T${time}+08:00`);

/** A case begins when the office has opened, and each step is taken an hour later. */
export const startOn = (day: string): string => new Date(at(day, '09:00:00')).toISOString();
export const workOn = (day: string): number => at(day, '10:00:00');

/** The last minute before that day. */
export const justBefore = (day: string): number => at(day, '00:00:00') - 60_000;

export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

/** The last day whose hour of work has come by `now`, epoch ms: a step that is said to have been taken on it lies in the past. */
export const lastWorkedDay = (now: number): string => {
  const today = dayOf(new Date(now).toISOString());
  return workOn(today) <= now ? today : dayBefore(today);
};

/** The day of an instant on the calendar of Asia/Shanghai. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
