import type { Confidentiality, Resource } from '@wuqing/access';
import type { RunningBy } from '@wuqing/persistence';

/** Where a task stands, as entries and counts of inboxes keep it: what is asked to say how far it is closed. */
export interface Sight extends RunningBy {
  readonly elementId: string;
  /** Of a case with a circle: no answer holds for all that waits at the step. */
  readonly caseId: string | null;
}

const CASE = 'case:';

/** From `definitionChecksum elementId`, of a called case with `callers call` behind it, of a case with a circle with `case:id` at the end. */
export function sightFrom(text: string): Sight {
  const parts = text.split(' ');
  const named = parts.at(-1)!.startsWith(CASE) ? parts.pop()! : null;
  const [definitionChecksum = '', elementId = '', callers = '', call] = parts;
  return {
    caseId: named === null ? null : named.slice(CASE.length),
    definitionChecksum,
    elementId,
    callers: callers === '' ? [] : callers.split(','),
    callKey: call === undefined ? null : `${call}#0`,
  };
}

/**
 * A task of that level that waits for this person, whoever he is and wherever it is: that it is addressed to him or claimed by
 * him opens all that it can open, so that the answer for one is the answer for all of the level. It says so of cases that name nobody:
 * each task of a case with a circle is asked for by itself.
 */
export const waitingFor = (personId: string, level: Confidentiality): Resource => ({
  level,
  assigneeId: personId,
});
