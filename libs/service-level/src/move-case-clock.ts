import { err, ok, type Instant, type JsonObject, type Result } from '@wuqing/kernel';
import { parseLocalDate, type IndexedCalendar, type LocalDate } from '@wuqing/working-calendar';
import type { ServiceLevelClock } from './clock.js';
import { extendClockTo } from './move-clock.js';

/** The service task by which a process moves the last day of a clock of its case, in the entry that comes to it. */
export const MOVE_CLOCK = 'wuqing.move-clock';

/** What a process asks of the clocks that bear this name. */
export interface CaseClockMove {
  readonly clock: string;
  readonly dueOn: LocalDate;
  /** For people, beside the old and the new day. */
  readonly reason: string;
}

export const isClockName = (name: string): boolean => /^[a-z][a-z0-9-]{0,39}$/.test(name);

/** The inputs of the service task; the error is the first that is not as it must be. */
export function readCaseClockMove({ clock, dueOn, reason }: JsonObject): Result<CaseClockMove, string> {
  if (typeof clock !== 'string' || !isClockName(clock))
    return err(`Expected clock to name a clock of the case, found ${JSON.stringify(clock)}`);
  const day = parseLocalDate(dueOn);
  if (!day) return err(`Expected dueOn to be a date YYYY-MM-DD, found ${JSON.stringify(dueOn)}`);
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > 200)
    return err('Expected reason to be a text of at most 200 characters');
  return ok({ clock, dueOn: day, reason });
}

/** Services `wuqing.*` of this room: their answer is pure; the clocks themselves move with the entry. */
export const clockServices: Readonly<Record<string, (inputs: JsonObject) => Result<JsonObject, string>>> = {
  [MOVE_CLOCK]: (inputs) => {
    const read = readCaseClockMove(inputs);
    return read.ok ? ok({ dueOn: read.value.dueOn }) : read;
  },
};

/**
 * The clock as the move leaves it: a later day is granted, the same is none; a breach that was stays. A process never takes days away: an
 * earlier day is refused, and with it the entry that asks for it.
 */
export function moveCaseClock(
  clock: ServiceLevelClock,
  { dueOn, reason }: CaseClockMove,
  { at, calendar }: { readonly at: Instant; readonly calendar: IndexedCalendar },
): Result<ServiceLevelClock, string> {
  if (dueOn < clock.dueOn) return err(`期限现为 ${clock.dueOn}，不能提前到 ${dueOn}。`);
  return dueOn === clock.dueOn ? ok(clock) : extendClockTo(clock, dueOn, { at, reason, calendar });
}
