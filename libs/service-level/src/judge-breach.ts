import type { Instant } from '@wuqing/kernel';
import { breachBy, type ServiceLevelClock } from './clock.js';
import type { PlannedInstant } from './clock-plan.js';

/** What has come and has not fired, in order: a watch that slept through three rungs still climbs all three. */
export function judgeBreach(
  { state, instants, nextIndex }: ServiceLevelClock,
  now: Instant,
): readonly PlannedInstant[] | 'stopped' | 'paused' {
  if (state !== 'running') return state;
  return instants.slice(nextIndex).filter(({ at }) => at <= now);
}

/** The clock after everything up to `now` has fired; the same clock where nothing has. */
export function afterFiring(clock: ServiceLevelClock, now: Instant): ServiceLevelClock {
  const due = judgeBreach(clock, now);
  if (typeof due === 'string' || due.length === 0) return clock;
  const breach = due.find(({ kind }) => kind === 'due')?.at ?? null;
  return { ...clock, nextIndex: clock.nextIndex + due.length, breachedAt: clock.breachedAt ?? breach };
}

/** When to look at the clock next; null where it stands still or its ladder is at the end. */
export const nextFiring = ({ state, instants, nextIndex }: ServiceLevelClock): Instant | null =>
  state === 'running' ? (instants[nextIndex]?.at ?? null) : null;

/** The task is done; nothing fires any more. */
export const stopClock = (clock: ServiceLevelClock, at: Instant): ServiceLevelClock =>
  clock.state === 'stopped'
    ? clock
    : { ...clock, state: 'stopped', stoppedAt: at, breachedAt: breachBy(clock, at) };
