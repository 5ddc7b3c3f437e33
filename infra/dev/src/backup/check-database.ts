import {
  chainFaults,
  dataFaults,
  filesOfAudits,
  photosShown,
  inboxFaults,
  ledgerFaults,
  tallyFaults,
} from '@wuqing/persistence';
import { fileSettingsFrom, fileStorageOf } from '@wuqing/file-storage';
import { inDatabase } from '../postgres/with-database.js';
import { fileFaults } from './check-files.js';
import { sha256 } from './sha256.js';

const AS = { name: 'wuqing-check', actor: 'check-data' };

/** Tables, counts, journals, and what they tell of. */
export const dataFaultsOf = (ownerUrl: string): Promise<string[]> => inDatabase(ownerUrl, AS, dataFaults);

/** What is kept for lists and counted, against the tasks that it is made of. A database without it has said so already. */
export const inboxFaultsOf = (ownerUrl: string): Promise<string[]> =>
  inDatabase(ownerUrl, AS, async (work) => {
    const [row] = await work.query<{ there: boolean }>(
      `SELECT to_regclass('public.inbox_entry') IS NOT NULL AND to_regclass('public.user_task') IS NOT NULL AS there`,
    );
    return row!.there ? inboxFaults(work) : [];
  });

/** The supervisor's numbers of cases, against the cases. A database without them has said so already. */
export const tallyFaultsOf = (ownerUrl: string): Promise<string[]> =>
  inDatabase(ownerUrl, AS, async (work) => {
    const [row] = await work.query<{ there: boolean }>(
      `SELECT to_regclass('public.case_tally') IS NOT NULL AND to_regclass('public.process_instance') IS NOT NULL AS there`,
    );
    return row!.there ? tallyFaults(work) : [];
  });

/** Every audit chain, hashed anew. A database that lacks its tables has said so already. */
export const chainFaultsOf = (ownerUrl: string): Promise<string[]> =>
  inDatabase(ownerUrl, AS, async (work) => {
    const [row] = await work.query<{ there: boolean }>(
      `SELECT to_regclass('public.audit_entry') IS NOT NULL AND to_regclass('public.process_instance') IS NOT NULL AS there`,
    );
    return row!.there ? chainFaults(work, sha256) : [];
  });

/** Every row of a ledger, its versions hashed anew. */
export const ledgerFaultsOf = (ownerUrl: string): Promise<string[]> =>
  inDatabase(ownerUrl, AS, (work) => ledgerFaults(work, sha256));

/** Every submitted file, hashed anew, where the settings say that files lie. */
export async function fileFaultsOf(ownerUrl: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const named = await inDatabase(ownerUrl, AS, async (work) => {
    const [row] = await work.query<{ there: boolean }>(
      `SELECT to_regclass('public.audit_entry') IS NOT NULL AS there`,
    );
    if (!row!.there) return [];
    const [photos] = await work.query<{ there: boolean }>(
      `SELECT to_regclass('public.objection_photo') IS NOT NULL AS there`,
    );
    return [...(await filesOfAudits(work)), ...(photos!.there ? await photosShown(work) : [])];
  });
  return fileFaults(fileStorageOf(fileSettingsFrom(env)), named);
}
