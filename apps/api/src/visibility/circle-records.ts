import {
  circleEntriesOf,
  circleLooksOf,
  enterCircle,
  rootOfCase,
  type CircleEntryRow,
  type CircleLookRow,
  type NewCircleEntry,
  type Work,
} from '@wuqing/persistence';
import type { SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';

/** Of a case that few know: more looks than that nobody reads through. */
const LOOKS_MAX = 500;

/** The list of a case that its keeper reads, the earliest line first. */
export const circleEntriesIn = async (work: Work, { row }: SeenCase): Promise<Known<CircleEntryRow>[]> =>
  (await circleEntriesOf(work, row.id)).map(asKnown);

/** Who looked at it, the latest first. */
export const circleLooksIn = async (work: Work, { row }: SeenCase): Promise<Known<CircleLookRow>[]> =>
  (await circleLooksOf(work, row.id, LOOKS_MAX)).map(asKnown);

/** The case whose list is that of a case which its keeper reads. */
export const rootIn = (work: Work, { row }: SeenCase): Promise<string> => rootOfCase(work, row.id);

/** Appends to the list of a case which its keeper reads. */
export const enterIn = (
  work: Work,
  { row }: SeenCase,
  commandId: string,
  entries: readonly NewCircleEntry[],
): Promise<void> => enterCircle(work, { caseId: row.id, commandId }, entries);
