import type { Confidentiality } from '@wuqing/access';
import type { CandidateHolder, CircleRow, PlannedInstant } from '@wuqing/persistence';

/** A clock row whose next instant has come, under its case's lock. `at` of its instants is epoch ms, case time. */
export interface DueClock extends CircleRow {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly name: string;
  readonly dueOn: string;
  readonly nextIndex: number;
  readonly instants: readonly PlannedInstant[];
  readonly clockOffsetMs: number;
  /** The task's row, for an incident of its ladder. */
  readonly elementId: string;
  /** Who claimed the task; null where nobody has. */
  readonly assigneeId: string | null;
  /** How far its step is closed. */
  readonly level: Confidentiality;
  /** Whose the task is. */
  readonly handlers: readonly CandidateHolder[];
}

/** What one beat makes of a due clock: the instants that have come, and where it goes on. */
export interface FiredClock {
  readonly clock: DueClock;
  readonly fired: readonly PlannedInstant[];
  readonly nextIndex: number;
  /** On the real clock; null when the ladder is at its end. */
  readonly firesAt: number | null;
  /** Case time of the breach, if it is among the fired. */
  readonly breachedAt: number | null;
}

/**
 * Every instant up to `now` fires once, in order: a watch that slept through three rungs still climbs all three.
 * Pure; a stopped or paused clock never comes here, because its row has no `fires_at`.
 */
export function fireClock(clock: DueClock, now: number): FiredClock {
  const caseNow = now + clock.clockOffsetMs;
  const waiting = clock.instants.slice(clock.nextIndex);
  const fired = waiting.filter((instant) => instant.at <= caseNow);
  const nextIndex = clock.nextIndex + fired.length;
  const next = clock.instants[nextIndex];
  return {
    clock,
    fired,
    nextIndex,
    firesAt: next ? next.at - clock.clockOffsetMs : null,
    breachedAt: fired.find((instant) => instant.kind === 'due')?.at ?? null,
  };
}
