const ZONE = 'Asia/Shanghai';

/** 「2026-08-24 09:00」, as the village counts time. */
export const momentOf = (iso: string): string => WRITTEN.format(new Date(iso));

/** Sweden writes the year first and 24 hours. */
const WRITTEN = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const DAY_MS = 86_400_000;

/** The day of an instant, 「2026-08-24」. */
export const dayOf = (moment: Date | string): string => momentOf(new Date(moment).toISOString()).slice(0, 10);

/** The day before or after, for 「2026-08-24」. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 「11-30 周一」, with the year where it is another than today's. */
export function shownDay(day: string, today: string): string {
  const short = day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
  return `${short} ${WEEKDAYS[weekdayOf(day)]}`;
}

/** 「11-30 周一 24:00」: a term that ends with a day ends at its 24:00, not at 00:00 of the next. */
export function shownDue(iso: string, now: Date): string {
  const [day, time] = momentOf(iso).split(' ') as [string, string];
  const today = dayOf(now);
  return time === '00:00' ? `${shownDay(dayPlus(day, -1), today)} 24:00` : `${shownDay(day, today)} ${time}`;
}

/** 「11-19 16:20」, with the year where it is another than today's. */
export function shownMoment(iso: string, now: Date): string {
  const moment = momentOf(iso);
  return moment.slice(0, 4) === dayOf(now).slice(0, 4) ? moment.slice(5) : moment;
}

/** A camera may say no zone: then it is shown as it wrote it. */
export const photoMoment = (takenAt: string): string =>
  /(Z|[+-]\d\d:\d\d)$/.test(takenAt) ? shownMoment(takenAt, new Date()) : takenAt.replace('T', ' ');
