import {
  findUrge,
  urgesOfCase,
  urgesOfTask,
  urgesSoFar,
  type UrgeRow,
  type UrgesSoFar,
  type WatchedCaseRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import type { SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';
import type { SeenTask } from './visible-records.js';

/** What the case's steps were urged to, as far as the reader may know of the steps; the newest first. */
export const urgesIn = async (work: Work, { row, sight }: SeenCase): Promise<Known<UrgeRow>[]> =>
  (await urgesOfCase(work, row.id)).filter(({ elementId }) => sight.knows(elementId)).map(asKnown);

/** What a step that the reader knows was urged to; the newest first. */
export const urgesAbout = async (work: Work, { row }: SeenTask): Promise<Known<UrgeRow>[]> =>
  (await urgesOfTask(work, row.id)).map(asKnown);

/** The caller's own urge, by an id made of his own: whether this is a retry. */
export async function ownUrge(
  work: Work,
  { personId }: Caller,
  id: string,
): Promise<Pick<UrgeRow, 'bodyHash'> | undefined> {
  const row = await findUrge(work, id);
  return row?.urgedBy === personId ? { bodyHash: row.bodyHash } : undefined;
}

/** What bounds another urge of a step that the caller has just been shown. `since`: epoch ms. */
export const urgesOfStep = (
  work: Work,
  { personId }: Caller,
  { taskId }: Known<WatchedCaseRow>,
  since: number,
): Promise<UrgesSoFar> => urgesSoFar(work, taskId, personId, since);
