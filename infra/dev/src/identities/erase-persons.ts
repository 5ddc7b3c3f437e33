import { UnitOfWork, eraseSubjects, systemActor, type Erasure } from '@wuqing/persistence';
import { withDatabase } from '../postgres/with-database.js';

/**
 * Destroys the keys of these persons in the database, and what PostgreSQL still keeps of the rows as they were; answers how many were not
 * yet erased. Whoever is not there is passed over: a backup may be of before he came.
 */
export const erasePersons = (ownerUrl: string, erasure: Erasure): Promise<number> =>
  withDatabase(ownerUrl, 'wuqing-erase', async (source) => {
    const erased = await new UnitOfWork(source).run(systemActor('operator'), (work) =>
      eraseSubjects(work, erasure),
    );
    // FULL: a plain one frees the place of a row as it was and leaves its bytes there.
    await source.query('VACUUM FULL data_subject_key, identity_hash');
    return erased.length;
  });
