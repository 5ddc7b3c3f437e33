import { err, ok, type Instant, type JsonObject, type Result } from '@wuqing/kernel';
import { parseLocalDate, type IndexedCalendar, type LocalDate } from '@wuqing/working-calendar';
import type { ServiceLevelClock } from './clock.js';
import { extendClockTo, pauseClock, resumeClock } from './move-clock.js';

/** The service tasks by which a process moves, pauses and resumes the clocks of its case, in the entry that comes to them. */
export const MOVE_CLOCK = 'wuqing.move-clock';
export const PAUSE_CLOCK = 'wuqing.pause-clock';
export const RESUME_CLOCK = 'wuqing.resume-clock';

/** What a process asks of the clocks that bear this name. */
export type CaseClockMove = { readonly clock: string } & (
  | { readonly act: 'move'; readonly dueOn: LocalDate; readonly reason: string }
  | { readonly act: 'pause'; readonly reason: string }
  /** Without a day it goes on with the working time that was left. */
  | { readonly act: 'resume'; readonly dueOn: LocalDate | null }
);

const ACTS: Readonly<Record<string, CaseClockMove['act']>> = {
  [MOVE_CLOCK]: 'move',
  [PAUSE_CLOCK]: 'pause',
  [RESUME_CLOCK]: 'resume',
};

export const isClockName = (name: string): boolean => /^[a-z][a-z0-9-]{0,39}$/.test(name);

/** What a service task of this type asks for; undefined for every other type. The error is the first input that is not as it must be. */
export function readCaseClockMove(
  taskType: string,
  { clock, dueOn, reason }: JsonObject,
): Result<CaseClockMove, string> | undefined {
  const act = Object.hasOwn(ACTS, taskType) ? ACTS[taskType] : undefined;
  if (act === undefined) return undefined;
  if (typeof clock !== 'string' || !isClockName(clock))
    return err(`Expected clock to name a clock of the case, found ${JSON.stringify(clock)}`);
  const day = parseLocalDate(dueOn);
  const isDayLess = dueOn === undefined || dueOn === null;
  if (!day && (act === 'move' || (act === 'resume' && !isDayLess)))
    return err(`Expected dueOn to be a date YYYY-MM-DD, found ${JSON.stringify(dueOn)}`);
  if (act === 'resume') return ok({ act, clock, dueOn: day ?? null });
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > 200)
    return err('Expected reason to be a text of at most 200 characters');
  return ok(act === 'pause' ? { act, clock, reason } : { act, clock, reason, dueOn: day! });
}

/** Services `wuqing.*` of this room: their answer is pure; the clocks themselves move with the entry. */
export const clockServices: Readonly<Record<string, (inputs: JsonObject) => Result<JsonObject, string>>> =
  Object.fromEntries(Object.keys(ACTS).map((type) => [type, (inputs) => answerOf(type, inputs)]));

function answerOf(type: string, inputs: JsonObject): Result<JsonObject, string> {
  const read = readCaseClockMove(type, inputs)!;
  if (!read.ok) return read;
  const answer: JsonObject = read.value.act === 'pause' ? {} : { dueOn: read.value.dueOn };
  return ok(answer);
}

interface Moving {
  readonly at: Instant;
  readonly calendar: IndexedCalendar;
}

/**
 * The clock as the move leaves it; a breach that was stays. A process never takes days away, and lets a clock stand still for what the
 * clock's own rule names (`pauses`) alone. What is asked for against that is refused, and with it the entry that asks.
 */
export function moveCaseClock(
  clock: ServiceLevelClock,
  move: CaseClockMove,
  moving: Moving,
): Result<ServiceLevelClock, string> {
  switch (move.act) {
    case 'move':
      return movedTo(clock, move.dueOn, move.reason, moving);
    case 'pause':
      if (clock.policy.pauses?.includes(move.reason) !== true)
        return err(`“${move.reason}”不是该期限可以暂停的事由。`);
      return pauseClock(clock, moving.at, move.reason);
    case 'resume':
      return resumeCaseClock(clock, move.dueOn, moving);
  }
}

/** A later day is granted, the same is none. */
function movedTo(
  clock: ServiceLevelClock,
  dueOn: LocalDate,
  reason: string,
  { at, calendar }: Moving,
): Result<ServiceLevelClock, string> {
  if (dueOn < clock.dueOn) return err(`期限现为 ${clock.dueOn}，不能提前到 ${dueOn}。`);
  return dueOn === clock.dueOn ? ok(clock) : extendClockTo(clock, dueOn, { at, reason, calendar });
}

/** To the day that the rule gives, where it gives one: days of a hearing are counted whole, whatever of them was working time. */
function resumeCaseClock(
  clock: ServiceLevelClock,
  dueOn: LocalDate | null,
  { at, calendar }: Moving,
): Result<ServiceLevelClock, string> {
  if (dueOn === null) return resumeClock(clock, at, calendar);
  if (clock.pausedAt === null) return err('该时限没有暂停。');
  const running = { ...clock, state: 'running', pausedAt: null, pauseReason: null } as const;
  const onward = movedTo(running, dueOn, clock.pauseReason ?? '', { at: clock.pausedAt, calendar });
  if (!onward.ok) return onward;
  const last = {
    kind: 'resumed',
    at,
    from: clock.dueOn,
    to: dueOn,
    reason: clock.pauseReason ?? '',
    pausedMs: 0,
  } as const;
  return ok({ ...onward.value, moves: [...clock.moves, last] });
}
