import type { UrgesSoFar } from '@wuqing/persistence';

const HOUR_MS = 3_600_000;

/** How often a step may be urged: ours until the town says otherwise (「待镇确认」). */
export const urgeBounds = {
  /** By the same person, of the same step. */
  pauseMs: 4 * HOUR_MS,
  /** By all, of the same step, within a day. */
  perDayMax: 3,
  dayMs: 24 * HOUR_MS,
} as const;

/** Why the step may not be urged again now, as a Chinese sentence; undefined where it may. Pure. */
export function barToUrging({ lastByPersonAt, countSince }: UrgesSoFar, now: number): string | undefined {
  if (lastByPersonAt !== null && now - lastByPersonAt < urgeBounds.pauseMs)
    return `您在 4 小时内催办过这一步，${clockTime(lastByPersonAt + urgeBounds.pauseMs)} 后可以再催。`;
  return countSince >= urgeBounds.perDayMax
    ? `这一步一天内已被催办 ${countSince} 次，请改为下发督办单或明天再催。`
    : undefined;
}

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});
const clockTime = (ms: number): string => time.format(ms);
