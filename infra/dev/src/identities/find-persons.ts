import { identityHash, subjectsByHash, type FoundSubject } from '@wuqing/persistence';
import { inDatabase } from '../postgres/with-database.js';

/** In which cases somebody stands of whom this is the whole name, telephone or number; nothing is opened. */
export const findPersons = (ownerUrl: string, text: string, searchKey: Buffer): Promise<FoundSubject[]> =>
  inDatabase(ownerUrl, { name: 'wuqing-find' }, (work) =>
    subjectsByHash(work, identityHash(text, searchKey)),
  );
