import type { IndexedCalendar } from '@wuqing/working-calendar';
import { newClock, type ServiceLevelClock } from './clock.js';
import type { PlannedInstant } from './clock-plan.js';
import { pausedMsOf } from './move-clock.js';
import { planDeadlines } from './plan-deadlines.js';

/** What the step before leaves of a clock of the case to the step that goes on with it. */
export type ClockHistory = Pick<
  ServiceLevelClock,
  'dueOn' | 'breachedAt' | 'moves' | 'instants' | 'nextIndex' | 'pausedAt' | 'pauseReason'
>;

/**
 * The clock of a step that has just opened, as the case's clock of the same name goes on in it: its breach and its moves stay,
 * and nobody is told again of the same last day what the step before has told. Who is told at once, because a step opens, is told
 * in each. What stood still stands still, and the days for which it did are not lost.
 */
export function continueClock(
  planned: ServiceLevelClock,
  before: ClockHistory,
  calendar: IndexedCalendar,
): ServiceLevelClock {
  const plan = planDeadlines(planned.policy, planned.anchor, calendar, pausedMsOf(before));
  const opened = newClock(planned.policy, planned.anchor, plan);
  const fired = before.dueOn === opened.dueOn ? before.instants.slice(0, before.nextIndex) : [];
  const told = new Set(fired.map(nameOf));
  const isTold = (one: PlannedInstant): boolean => one.kind !== 'opened' && told.has(nameOf(one));
  const next = opened.instants.findIndex((one) => !isTold(one));
  return {
    ...opened,
    nextIndex: next === -1 ? opened.instants.length : next,
    breachedAt: before.breachedAt,
    moves: before.moves,
    pausedAt: before.pausedAt,
    pauseReason: before.pauseReason,
    state: before.pausedAt === null ? 'running' : 'paused',
  };
}

const nameOf = ({ kind, rung }: PlannedInstant): string => `${kind} ${rung}`;
