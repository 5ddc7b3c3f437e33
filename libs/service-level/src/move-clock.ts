import { err, instant, ok, type Instant, type Result } from '@wuqing/kernel';
import { parseTerm, workingMsBetween, type IndexedCalendar, type LocalDate } from '@wuqing/working-calendar';
import type { ClockPlan, PlannedInstant } from './clock-plan.js';
import { breachBy, type ClockMove, type ServiceLevelClock } from './clock.js';
import { planDeadlines } from './plan-deadlines.js';
import type { ServiceLevelPolicy } from './policy.js';

const STOPPED = '该时限已办结，不能再变更。';

/** The clock stands still from `at`; nothing fires until it is resumed. */
export function pauseClock(
  clock: ServiceLevelClock,
  at: Instant,
  reason: string,
): Result<ServiceLevelClock, string> {
  if (clock.state === 'stopped') return err(STOPPED);
  if (clock.state === 'paused') return err('该时限已经暂停。');
  if (reason.trim() === '') return err('请填写暂停原因。');
  const move: ClockMove = { kind: 'paused', at, from: clock.dueOn, to: clock.dueOn, reason, pausedMs: 0 };
  return ok({
    ...clock,
    moves: [...clock.moves, move],
    state: 'paused',
    pausedAt: at,
    pauseReason: reason,
    breachedAt: breachBy(clock, at),
  });
}

/** The clock runs on; its last day moves by the working time for which it stood still. */
export function resumeClock(
  clock: ServiceLevelClock,
  at: Instant,
  calendar: IndexedCalendar,
): Result<ServiceLevelClock, string> {
  if (clock.state === 'stopped') return err(STOPPED);
  if (clock.pausedAt === null) return err('该时限没有暂停。');
  const pausedMs = Math.max(0, workingMsBetween(calendar, clock.pausedAt, at));
  const plan = planDeadlines(clock.policy, clock.anchor, calendar, pausedMsOf(clock) + pausedMs);
  const cause = { kind: 'resumed', at, reason: clock.pauseReason ?? '', pausedMs } as const;
  return ok({ ...moved(clock, plan, cause), state: 'running', pausedAt: null, pauseReason: null });
}

/**
 * A longer term, granted by whoever may: it counts from the same anchor, so 60 + 30 days is '90D' (from the nominal
 * day, not from the rolled one). Warning and ladder begin anew with it; a breach that was stays on record.
 */
export function extendClock(
  clock: ServiceLevelClock,
  term: string,
  cause: Extension,
): Result<ServiceLevelClock, string> {
  if (!parseTerm(term).ok) return err(`期限“${term}”无法识别，请填写如 5W、30D。`);
  return extended(clock, { ...clock.policy, term, dueOn: null }, cause);
}

/** The same to a day that is given, as a process computes it. */
export const extendClockTo = (
  clock: ServiceLevelClock,
  dueOn: LocalDate,
  cause: Extension,
): Result<ServiceLevelClock, string> => extended(clock, { ...clock.policy, term: null, dueOn }, cause);

/** When, why and over which calendar a term is made longer. */
export interface Extension {
  readonly at: Instant;
  readonly reason: string;
  readonly calendar: IndexedCalendar;
}

function extended(
  clock: ServiceLevelClock,
  policy: ServiceLevelPolicy,
  { at, reason, calendar }: Extension,
): Result<ServiceLevelClock, string> {
  if (clock.state === 'stopped') return err(STOPPED);
  if (reason.trim() === '') return err('请填写延期理由。');
  const plan = planDeadlines(policy, clock.anchor, calendar, pausedMsOf(clock));
  if (plan.dueOn <= clock.dueOn) return err('延长后的期限应晚于原期限。');
  const move: ClockMove = { kind: 'extended', at, from: clock.dueOn, to: plan.dueOn, reason, pausedMs: 0 };
  const fired = plan.instants.findIndex((planned, index) => index >= clock.nextIndex || planned.at > at);
  return ok({
    ...clock,
    policy,
    dueOn: plan.dueOn,
    provisional: plan.provisional,
    instants: plan.instants,
    nextIndex: fired === -1 ? plan.instants.length : fired,
    breachedAt: breachBy(clock, at),
    moves: [...clock.moves, move],
  });
}

/**
 * The clock over another calendar (a holiday notice came in). What has fired stays as it was; the rest takes its new
 * moment. A move is noted only where the last day changed; a stopped clock is history and stays.
 */
export function replanClock(
  clock: ServiceLevelClock,
  calendar: IndexedCalendar,
  at: Instant,
  reason = '放假安排更新',
): ServiceLevelClock {
  if (clock.state === 'stopped') return clock;
  const plan = planDeadlines(clock.policy, clock.anchor, calendar, pausedMsOf(clock));
  return moved(clock, plan, { kind: 'calendar', at, reason, pausedMs: 0 });
}

/** Working time for which the clock has stood still, pauses that have ended. */
export const pausedMsOf = ({ moves }: Pick<ServiceLevelClock, 'moves'>): number =>
  moves.reduce((total, { pausedMs }) => total + pausedMs, 0);

/** After the breach has fired the last day stays where it was broken; what is left of the ladder moves. */
function moved(
  clock: ServiceLevelClock,
  plan: ClockPlan,
  cause: Omit<ClockMove, 'from' | 'to'>,
): ServiceLevelClock {
  const hasFired = clock.instants.slice(0, clock.nextIndex).some(({ kind }) => kind === 'due');
  const { dueOn, provisional } = hasFired ? clock : plan;
  const isMove = dueOn !== clock.dueOn || cause.pausedMs > 0;
  return {
    ...clock,
    dueOn,
    provisional,
    instants: withFired(clock, plan.instants),
    moves: isMove ? [...clock.moves, { ...cause, from: clock.dueOn, to: dueOn }] : clock.moves,
  };
}

/** Fired instants keep their moment; none of the rest comes before the last of them. */
function withFired(
  { instants, nextIndex }: ServiceLevelClock,
  planned: readonly PlannedInstant[],
): PlannedInstant[] {
  const earliest = instants[nextIndex - 1]?.at ?? -Infinity;
  const rest = planned.slice(nextIndex).map((one) => ({ ...one, at: instant(Math.max(one.at, earliest)) }));
  return [...instants.slice(0, nextIndex), ...rest];
}
