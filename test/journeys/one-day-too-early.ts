import { dayBefore } from '@wuqing/dev-runtime/drive';
import { required, type JsonObject } from '@wuqing/kernel';
import type { JourneySubmission } from '@wuqing/process-library';

/** What the journey has told so far: days of the timers it set, and the last submission of each element. */
export interface Known {
  readonly timers: Readonly<Record<string, string>>;
  readonly submitted: Readonly<Record<string, JsonObject>>;
}

/** A submission that is one day off, and how it must be refused. */
export interface Probe {
  readonly change: JsonObject;
  readonly guard: string;
  readonly sentence: string;
}

const NOTICE_TOO_SHORT = '通知（张榜）未满法定日数，不得表决。';
const PUBLICATION_TOO_SHORT = '公开期限不得少于十五日。';

const day = (value: unknown): string => required(typeof value === 'string' ? value : undefined, 'a day');

const probe = (change: JsonObject, guard: string, sentence: string): Probe => ({ change, guard, sentence });

const probes: Readonly<Record<string, (step: JourneySubmission, known: Known) => Probe[]>> = {
  'review-party-meeting': (_step, { timers }) => {
    const heldOn = dayBefore(day(timers['tm-plan']));
    return [probe({ heldOn }, 'plan-sent-in-time', '方案送达党员未满三日，不得召开党员大会审议。')];
  },
  'convene-body': ({ expect: expected }) => {
    const meetingOn = dayBefore(day(expected?.timers?.['tm-before-meeting']));
    return [probe({ meetingOn }, 'bar-1-convene', NOTICE_TOO_SHORT)];
  },
  'decide-by-body': (_step, { timers }) => {
    const heldOn = dayBefore(day(timers['tm-before-meeting']));
    return [probe({ heldOn }, 'bar-1', NOTICE_TOO_SHORT)];
  },
  'publish-resolution': ({ submit }, { submitted }) => {
    const from = day(submitted['decide-by-body']?.['heldOn']);
    const to = dayBefore(day(submit['to']));
    return [
      probe({ from }, 'publish-after-meeting', '决议应自会议次日起公开。'),
      probe({ to }, 'bar-11', PUBLICATION_TOO_SHORT),
    ];
  },
  'implement-matter': (_step, { timers }) => {
    const acceptedOn = dayBefore(day(timers['tm-resolution-notice']));
    return [probe({ acceptedOn }, 'bar-12', '决议公开期未满或异议未答复，不得组织实施。')];
  },
  // A day before the step opened asks for a reason before any bar is asked.
  'publish-result': ({ submit }) => {
    const to = dayBefore(day(submit['to']));
    return [probe({ to }, 'bar-11-result', PUBLICATION_TOO_SHORT)];
  },
};

/** The same submission with each of its days one too early (a publication: one too short). */
export const probesOf = (step: JourneySubmission, known: Known): Probe[] =>
  probes[step.element]?.(step, known) ?? [];
