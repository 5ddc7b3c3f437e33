import {
  UnitOfWork,
  chainFaults,
  createDataSource,
  dataFaults,
  systemActor,
  type Work,
} from '@wuqing/persistence';
import { sha256 } from './sha256.js';

const ACTOR = systemActor('check-data');

const inDatabase = async <T>(ownerUrl: string, perform: (work: Work) => Promise<T>): Promise<T> => {
  const source = await createDataSource({
    url: ownerUrl,
    poolSize: 1,
    applicationName: 'wuqing-check',
  }).initialize();
  try {
    return await new UnitOfWork(source).run(ACTOR, perform);
  } finally {
    await source.destroy();
  }
};

/** Tables, counts, journals, and what they tell of. */
export const dataFaultsOf = (ownerUrl: string): Promise<string[]> => inDatabase(ownerUrl, dataFaults);

/** Every audit chain, hashed anew. A database that lacks its tables has said so already. */
export const chainFaultsOf = (ownerUrl: string): Promise<string[]> =>
  inDatabase(ownerUrl, async (work) => {
    const [row] = await work.query<{ there: boolean }>(
      `SELECT to_regclass('public.audit_entry') IS NOT NULL AND to_regclass('public.process_instance') IS NOT NULL AS there`,
    );
    return row!.there ? chainFaults(work, sha256) : [];
  });
