import type { LocalDate } from '@wuqing/working-calendar';

/** What a recipient learns: the case, or its number and term alone (a body outside the town). */
export type Disclosure = 'case' | 'number-and-term';

/** One step of the ladder. Plain JSON. */
export type EscalationRung = {
  /** Term after the end of the watched term ('1W', '3W'); null is the breach itself. */
  readonly after: string | null;
  /** Recipient references, see `recipient.ts`. */
  readonly to: readonly string[];
  readonly disclosure: Disclosure;
};

/** A service level as the process file says it, and what its task added when it opened. Plain JSON, stored with the clock. */
export type ServiceLevelPolicy = {
  /** What is timed, for people; empty where the task's own name says it. */
  readonly name: string;
  /** The clock of the case that goes on in this step and in every other that names it; absent where the step's own time is meant. */
  readonly clock?: string;
  /** What its process may let it stand still for, in the rule's words; absent where the rule knows no pause. */
  readonly pauses?: readonly string[];
  /** '5W', '15D', '10B', '15N', '4H'; null where `due` gives the day itself. */
  readonly term: string | null;
  /** FEEL expression of the anchor, as text; null is the day on which the task opens. */
  readonly from: string | null;
  /** FEEL expression of the last day, instead of a term. */
  readonly due: string | null;
  /** How long before the last day the warning comes; null is max(25 % of the term, 1 working day). */
  readonly warn: string | null;
  /** The first one is the breach (rung 0). */
  readonly rungs: readonly EscalationRung[];
  /** Office whose head the ladder means by `handler-office-head`; null takes it from the handlers. */
  readonly office: string | null;
  /** Who is told at once when the task opens; `handler` means those who do it. Absent for most. */
  readonly tell?: readonly string[];
  /** Law or regulation, for people. */
  readonly basis: string | null;
  /** 「待镇确认」. */
  readonly unconfirmed: boolean;
  /** Who works on the task: candidate references; before it opens, the word `handler`. */
  readonly handlers: readonly string[];
  /** The value of `due`. */
  readonly dueOn: LocalDate | null;
  /** When the task opened, epoch ms: terms in working hours run from here. */
  readonly startedAt: number | null;
};
