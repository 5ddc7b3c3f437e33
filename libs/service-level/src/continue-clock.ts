import type { ServiceLevelClock } from './clock.js';
import type { PlannedInstant } from './clock-plan.js';

/** What the step before leaves of a clock of the case to the step that goes on with it. */
export type ClockHistory = Pick<
  ServiceLevelClock,
  'dueOn' | 'breachedAt' | 'moves' | 'instants' | 'nextIndex'
>;

/**
 * The clock of a step that has just opened, as the case's clock of the same name goes on in it: its breach and its moves stay,
 * and nobody is told again of the same last day what the step before has told. Who is told at once, because a step opens, is told
 * in each.
 */
export function continueClock(opened: ServiceLevelClock, before: ClockHistory): ServiceLevelClock {
  const fired = before.dueOn === opened.dueOn ? before.instants.slice(0, before.nextIndex) : [];
  const told = new Set(fired.map(nameOf));
  const isTold = (planned: PlannedInstant): boolean => planned.kind !== 'opened' && told.has(nameOf(planned));
  const next = opened.instants.findIndex((planned) => !isTold(planned));
  return {
    ...opened,
    nextIndex: next === -1 ? opened.instants.length : next,
    breachedAt: before.breachedAt,
    moves: before.moves,
  };
}

const nameOf = ({ kind, rung }: PlannedInstant): string => `${kind} ${rung}`;
