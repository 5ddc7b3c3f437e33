import type { JsonObject } from '@wuqing/kernel';
import type { JourneyMeeting } from './journey-meeting.js';

/** What must stand after a step, each date 'YYYY-MM-DD' on the calendar of Asia/Shanghai. */
export interface JourneyExpectation {
  /** Element id of each user task that the step opens → the last day of its service level; null without one. */
  readonly opens?: Readonly<Record<string, string | null>>;
  /** Element id of each timer that the step sets → the day with whose beginning it fires. */
  readonly timers?: Readonly<Record<string, string>>;
  /** Element ids of user tasks that the step closes without anyone completing them. */
  readonly cancels?: readonly string[];
  /** Id of the guard that refuses the submission; the step then changes nothing, and a later one takes its place. */
  readonly refusedBy?: string;
  /** Days on which the ladder of the task `element` speaks up: breach, first rung, second rung. */
  readonly escalates?: { readonly element: string; readonly on: readonly string[] };
  /** The end event that the case has reached. */
  readonly ends?: string;
}

interface JourneyMoment {
  /** The day in the case's own time, to which tests and demonstration wind it forward. */
  readonly on: string;
  /** Key of the position whose holder acts (`village-clerk`, `office-clerk@office:jingguan`). */
  readonly as: string;
  readonly expect?: JourneyExpectation;
  /** What happens here, in Chinese, for the demonstration. */
  readonly note?: string;
}

/** A user task is completed with this form. */
export interface JourneySubmission extends JourneyMoment {
  readonly element: string;
  /** Fields of the form; a field of files holds the names of its papers, one of people their titles. */
  readonly submit: JsonObject;
  /** What its roll comes to, where the form records a meeting. */
  readonly meeting?: JourneyMeeting;
}

/** A message of this name reaches the case. */
export interface JourneyMessage extends JourneyMoment {
  readonly message: string;
  readonly variables: JsonObject;
}

/** Nobody acts: the timers due until the beginning of this day fire. */
export interface JourneyWait extends Omit<JourneyMoment, 'as'> {
  readonly wait: true;
}

export type JourneyStep = JourneySubmission | JourneyMessage | JourneyWait;

/** A case told with dates: pure tests, tests over HTTP and the demonstration walk the same file. */
export interface Journey {
  readonly key: string;
  readonly title: string;
  readonly process: string;
  /** Code of the seed's village whose roll has these figures. */
  readonly village: string;
  readonly start: {
    readonly on: string;
    readonly as: string;
    readonly title: string;
    /** As the API puts it into the start variables. */
    readonly roll: JsonObject;
    readonly expect?: JourneyExpectation;
  };
  readonly steps: readonly JourneyStep[];
}
