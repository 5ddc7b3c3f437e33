import type { Instant } from '@wuqing/kernel';
import type { LocalDate } from '@wuqing/working-calendar';
import type { ClockPlan, PlannedInstant } from './clock-plan.js';
import type { ServiceLevelPolicy } from './policy.js';

/** Why the last day of a clock is where it is. Plain JSON. */
export type ClockMove = {
  readonly kind: 'paused' | 'resumed' | 'extended' | 'calendar';
  readonly at: Instant;
  /** Both days are the same while the clock only stands still. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** For people: 「放假安排更新」, the reason of a pause or an extension. */
  readonly reason: string;
  /** Working time of the pause that ended; 0 for other moves. */
  readonly pausedMs: number;
  /** The service task by which the process moved it; absent where people or the calendar did. */
  readonly element?: string;
};

/** The clock of one service level of one user task, in the case's own time. Plain JSON. */
export type ServiceLevelClock = {
  readonly policy: ServiceLevelPolicy;
  readonly anchor: LocalDate;
  readonly dueOn: LocalDate;
  readonly provisional: boolean;
  readonly instants: readonly PlannedInstant[];
  /** How many instants have fired. */
  readonly nextIndex: number;
  readonly state: 'running' | 'paused' | 'stopped';
  /** The first breach; it stays, whatever is granted later. */
  readonly breachedAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly pauseReason: string | null;
  readonly stoppedAt: Instant | null;
  readonly moves: readonly ClockMove[];
};

export const newClock = (
  policy: ServiceLevelPolicy,
  anchor: LocalDate,
  { dueOn, provisional, instants }: ClockPlan,
): ServiceLevelClock => ({
  policy,
  anchor,
  dueOn,
  provisional,
  instants,
  nextIndex: 0,
  state: 'running',
  breachedAt: null,
  pausedAt: null,
  pauseReason: null,
  stoppedAt: null,
  moves: [],
});

/** When the term is or was broken, by plan. */
export const dueAtOf = ({ instants }: Pick<ServiceLevelClock, 'instants'>): Instant | undefined =>
  instants.find(({ kind }) => kind === 'due')?.at;

/** The breach on record at `at`, also one that the watch has not yet seen; a clock that stood still broke nothing meanwhile. */
export function breachBy(clock: ServiceLevelClock, at: Instant): Instant | null {
  const dueAt = dueAtOf(clock);
  const isBroken = dueAt !== undefined && (clock.pausedAt ?? at) >= dueAt;
  return clock.breachedAt ?? (isBroken ? dueAt : null);
}
