import {
  UnitOfWork,
  createDataSource,
  identityHash,
  subjectsByHash,
  systemActor,
  type FoundSubject,
} from '@wuqing/persistence';

/** In which cases somebody stands of whom this is the whole name, telephone or number; nothing is opened. */
export async function findPersons(
  ownerUrl: string,
  text: string,
  searchKey: Buffer,
): Promise<FoundSubject[]> {
  const source = await createDataSource({
    url: ownerUrl,
    poolSize: 1,
    applicationName: 'wuqing-find',
  }).initialize();
  try {
    return await new UnitOfWork(source).run(systemActor('operator'), (work) =>
      subjectsByHash(work, identityHash(text, searchKey)),
    );
  } finally {
    await source.destroy();
  }
}
