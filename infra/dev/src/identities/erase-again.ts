import { erasePersons } from './erase-persons.js';
import { erasedIn } from './erased-list.js';

/** After a restore: a backup brings back the keys of those who were erased since it was taken. Answers of how many. */
export async function eraseAgain(ownerUrl: string, erasedList: string): Promise<number> {
  const subjectIds = erasedIn(erasedList);
  if (subjectIds.length === 0) return 0;
  const reason = 'a backup of before the erasure was put in place';
  return erasePersons(ownerUrl, { subjectIds, reason, by: 'restore', now: Date.now() });
}
