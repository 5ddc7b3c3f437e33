import { commentsOfCase, findComment, type CaseCommentRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import type { SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';

/** What was said of a case that the caller reads: whoever reads the case reads all of it; the earliest first. */
export const commentsIn = async (work: Work, { row }: SeenCase): Promise<Known<CaseCommentRow>[]> =>
  (await commentsOfCase(work, row.id)).map(asKnown);

/** The caller's own comment, by an id made of his own: whether this is a retry. */
export async function ownComment(
  work: Work,
  { personId }: Caller,
  id: string,
): Promise<Known<CaseCommentRow> | undefined> {
  const row = await findComment(work, id);
  return row?.authorId === personId ? asKnown(row) : undefined;
}
