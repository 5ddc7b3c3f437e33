import { UnitOfWork, createDataSource, eraseSubjects, systemActor, type Erasure } from '@wuqing/persistence';

/**
 * Destroys the keys of these persons in the database, and what PostgreSQL still keeps of the rows as they were; answers how many were not
 * yet erased. Whoever is not there is passed over: a backup may be of before he came.
 */
export async function erasePersons(ownerUrl: string, erasure: Erasure): Promise<number> {
  const source = await createDataSource({
    url: ownerUrl,
    poolSize: 1,
    applicationName: 'wuqing-erase',
  }).initialize();
  try {
    const erased = await new UnitOfWork(source).run(systemActor('operator'), (work) =>
      eraseSubjects(work, erasure),
    );
    await source.query('VACUUM data_subject_key, identity_hash');
    return erased.length;
  } finally {
    await source.destroy();
  }
}
