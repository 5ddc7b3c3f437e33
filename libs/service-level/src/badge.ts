import type { Instant } from '@wuqing/kernel';
import {
  endOfWork,
  HOUR_MS,
  workingMsBetween,
  type IndexedCalendar,
  type LocalDate,
} from '@wuqing/working-calendar';

/** What a badge needs of a clock; a stored row has it. Moments in the case's own time. */
export interface ClockFace {
  readonly dueOn: LocalDate;
  readonly provisional: boolean;
  readonly instants: readonly { readonly kind: 'opened' | 'warn' | 'due' | 'rung'; readonly at: Instant }[];
  readonly state: 'running' | 'paused' | 'stopped';
  readonly breachedAt: Instant | null;
  readonly stoppedAt: Instant | null;
}

export type BadgeTone = 'ok' | 'warn' | 'late' | 'paused' | 'done' | 'done-late';

export interface ClockBadge {
  readonly shape: '●' | '▲' | '■' | '‖' | '✓' | '✓!';
  /** 「剩 4 工作日」. */
  readonly text: string;
  readonly tone: BadgeTone;
  /** The absolute end; the page always shows it beside the text. */
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  /** When the ladder goes one rung up, at the end of the town's office hours; null where it does not, or the clock stands. */
  readonly nextRungAt: Instant | null;
  /** 「暂定」. */
  readonly provisional: boolean;
}

type Look = Pick<ClockBadge, 'shape' | 'text' | 'tone'>;

/** Shape, text and color of a clock. Once broken it never looks as if it had held, even when the term was extended. */
export function badgeOf(clock: ClockFace, now: Instant, calendar: IndexedCalendar): ClockBadge {
  const { dueOn, provisional, instants } = clock;
  const planned = (kind: 'warn' | 'due'): Instant | undefined =>
    instants.find((one) => one.kind === kind)?.at;
  const dueAt = planned('due') ?? endOfWork(calendar, dueOn);
  const { shape, text, tone } = lookOf(clock, { now, dueAt, warnAt: planned('warn') ?? dueAt }, calendar);
  return {
    shape,
    text,
    tone,
    dueOn,
    dueAt,
    nextRungAt: nextRungAt(clock, now),
    provisional,
  };
}

const nextRungAt = ({ state, instants }: ClockFace, now: Instant): Instant | null =>
  state === 'running' ? (instants.find(({ kind, at }) => kind === 'rung' && at > now)?.at ?? null) : null;

interface Moments {
  readonly now: Instant;
  readonly warnAt: Instant;
  readonly dueAt: Instant;
}

function lookOf(clock: ClockFace, moments: Moments, calendar: IndexedCalendar): Look {
  const { state, breachedAt, stoppedAt } = clock;
  const { now, warnAt, dueAt } = moments;
  if (state === 'paused') return { shape: '‖', text: '已暂停', tone: 'paused' };
  if (state === 'stopped') {
    const late = breachedAt !== null || (stoppedAt !== null && stoppedAt >= dueAt);
    return late
      ? { shape: '✓!', text: '超期办结', tone: 'done-late' }
      : { shape: '✓', text: '按期', tone: 'done' };
  }
  if (now >= dueAt) {
    return {
      shape: '■',
      text: `超时${workingTimeText(workingMsBetween(calendar, dueAt, now), calendar)}`,
      tone: 'late',
    };
  }
  const text = `剩${workingTimeText(workingMsBetween(calendar, now, dueAt), calendar)}`;
  const yellow = now >= warnAt || breachedAt !== null;
  return yellow ? { shape: '▲', text, tone: 'warn' } : { shape: '●', text, tone: 'ok' };
}

/** ' 4 工作日', under one working day ' 3 工作时', under an hour '不足 1 工作时': whole units, rounded down. */
function workingTimeText(ms: number, { workingMsPerDay }: IndexedCalendar): string {
  if (ms >= workingMsPerDay) return ` ${Math.floor(ms / workingMsPerDay)} 工作日`;
  return ms >= HOUR_MS ? ` ${Math.floor(ms / HOUR_MS)} 工作时` : '不足 1 工作时';
}
