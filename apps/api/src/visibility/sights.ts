import type { Confidentiality, Resource } from '@wuqing/access';
import type { RunningBy } from '@wuqing/persistence';

/** Where a task stands, as entries and counts of inboxes keep it: what is asked to say how far it is closed. */
export interface Sight extends RunningBy {
  readonly elementId: string;
}

/** From `definitionChecksum elementId`, of a called case with `callers call` behind it. */
export function sightFrom(text: string): Sight {
  const [definitionChecksum = '', elementId = '', callers = '', call] = text.split(' ');
  return {
    definitionChecksum,
    elementId,
    callers: callers === '' ? [] : callers.split(','),
    callKey: call === undefined ? null : `${call}#0`,
  };
}

/**
 * A task of that level that waits for this person, whoever he is and wherever it is: that it is addressed to him or claimed by
 * him opens all that it can open, so that the answer for one is the answer for all of the level.
 */
export const waitingFor = (personId: string, level: Confidentiality): Resource => ({
  level,
  assigneeId: personId,
});
