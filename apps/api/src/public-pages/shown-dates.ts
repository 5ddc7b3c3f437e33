const ZONE = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** '2026-12-07' → 「12-07」. */
export const shortDay = (day: string): string => day.slice(5);

/** 「11-10」 in the year of `today`, 「2025-11-10」 in every other. */
export const dayOfYear = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : day;

/** '2026-11-21' → 「2026 年 11 月 21 日」. */
export const longDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
};

/** '2026-11' → 「2026 年 11 月」. */
export const monthInWords = (month: string): string => {
  const [year, number] = month.split('-').map(Number);
  return `${year} 年 ${number} 月`;
};

/** A part of an instant (epoch ms) where the township is. */
const partOf = (at: number, type: Intl.DateTimeFormatPartTypes): string =>
  parts.formatToParts(at).find((one) => one.type === type)?.value ?? '';

/** Epoch ms → 「11-27 周五 19:40」, where the township is. */
export const moment = (at: number): string =>
  `${partOf(at, 'month')}-${partOf(at, 'day')} ${partOf(at, 'weekday')} ${partOf(at, 'hour')}:${partOf(at, 'minute')}`;

/** The same with its year, for what is kept for long: 「2026-11-27 周五 19:40」. */
export const datedMoment = (at: number): string => `${partOf(at, 'year')}-${moment(at)}`;

/** '2026-11-30' → 「周一」. */
export const weekday = (day: string): string =>
  `周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`;

/** The last `count` months up to the one of `today`, the newest first: 'YYYY-MM'. */
export function monthsUpTo(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
