import type { Instant } from '@wuqing/kernel';
import type { LocalDate } from '@wuqing/working-calendar';
import type { Disclosure } from './policy.js';

/** A moment at which somebody is told. Plain JSON. */
export type PlannedInstant = {
  /** `opened`: told at once, because the task opens at all. */
  readonly kind: 'opened' | 'warn' | 'due' | 'rung';
  /** 0 for the warning and the breach, then 1, 2, … up the ladder. */
  readonly rung: number;
  readonly at: Instant;
  readonly recipients: readonly string[];
  readonly disclosure: Disclosure;
};

/** Plain JSON. */
export type ClockPlan = {
  /** The last day of the term. */
  readonly dueOn: LocalDate;
  /** The first moment at which it is broken. */
  readonly dueAt: Instant;
  readonly provisional: boolean;
  /** How the last day was counted, one Chinese sentence. */
  readonly steps: string;
  /** Ascending by `at`: who is told at once, warning, breach, rungs. */
  readonly instants: readonly PlannedInstant[];
};

/** The end of a term, before anybody is told of it. */
export type Due = Omit<ClockPlan, 'instants'>;
