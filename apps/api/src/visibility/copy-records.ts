import { copiesOfAct, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';

/** Copies that the caller sent by one request. */
export interface SentCopies {
  readonly bodyHash: string;
  readonly personIds: readonly string[];
}

/** The caller's own act, by an id made of his own: whether this is a retry. */
export async function ownCopies(
  work: Work,
  { personId }: Caller,
  actId: string,
): Promise<SentCopies | undefined> {
  const rows = (await copiesOfAct(work, actId)).filter(({ sentBy }) => sentBy === personId);
  return rows[0] && { bodyHash: rows[0].bodyHash, personIds: rows.map((row) => row.personId) };
}
