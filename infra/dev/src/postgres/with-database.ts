import { UnitOfWork, createDataSource, systemActor, type Work } from '@wuqing/persistence';

/** One connection for as long as it takes; `name`: as which PostgreSQL lists it. */
export async function withDatabase<T>(
  url: string,
  name: string,
  perform: (source: ReturnType<typeof createDataSource>) => Promise<T>,
): Promise<T> {
  const source = await createDataSource({ url, poolSize: 1, applicationName: name }).initialize();
  try {
    return await perform(source);
  } finally {
    await source.destroy();
  }
}

/** The same, in one transaction of a part of the system. */
export const inDatabase = <T>(
  url: string,
  { name, actor = 'operator' }: { readonly name: string; readonly actor?: string },
  perform: (work: Work) => Promise<T>,
): Promise<T> => withDatabase(url, name, (source) => new UnitOfWork(source).run(systemActor(actor), perform));
