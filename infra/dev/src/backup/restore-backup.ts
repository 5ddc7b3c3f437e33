import pg from 'pg';
import {
  UnitOfWork,
  askAllWorkflowChecks,
  chainFaults,
  ledgerFaults,
  createDataSource,
  dataFaults,
  markTables,
  migrate,
  migrationNamesOfRelease,
  productSchemas,
  requireKnownKeys,
  systemActor,
  type LostOfCase,
} from '@wuqing/persistence';
import { sha256 } from './sha256.js';
import { secretFingerprints, type Secrets } from '../secrets.js';
import { SetupFailure } from '../setup-failure.js';
import { verifiedArchive, type ArchiveContent } from './archive.js';
import { loadDatabase } from './load-database.js';
import { casePositions, lostSince } from './lost-since.js';

const ACTOR = systemActor('restore');

export interface Restored {
  readonly takenAt: string;
  readonly cases: number;
  /** Cases that go on. */
  readonly running: number;
  /** What is known to have been done after the backup. */
  readonly lost: readonly LostOfCase[];
  /** Whether there was something to compare the backup with. */
  readonly isCompared: boolean;
}

/** Throws a `SetupFailure` where this release cannot take the backup over. */
export async function readableBackup(file: string): Promise<ArchiveContent> {
  const content = await verifiedArchive(file);
  const unknown = content.head.migrations.filter((name) => !migrationNamesOfRelease.includes(name));
  if (unknown.length > 0)
    throw new SetupFailure(
      `${file} was taken from a later release (it knows ${unknown.at(-1)}): restore it with that one.`,
    );
  return content;
}

/**
 * Puts a backup in the place of what stands in the database: the schema that it was taken from, its rows, then the
 * migrations since; data and keys are checked, and every case that runs is put down to be brought forward by its journal.
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  content: ArchiveContent,
  secrets: Secrets,
): Promise<Restored> {
  const before = await casePositions(ownerUrl);
  const { apiPassword, workerPassword } = secrets;
  const passwords = { ownerUrl, apiPassword, workerPassword };
  await clearDatabase(ownerUrl);
  await migrate({ ...passwords, migrationNames: content.head.migrations });
  await loadDatabase(ownerUrl, file, content);
  await migrate(passwords);
  const lost = lostSince(before, await casePositions(ownerUrl));
  const { takenAt } = content.head;
  const counts = await settle(ownerUrl, secrets, { takenAt, lost });
  return { takenAt, ...counts, lost, isCompared: before !== undefined };
}

/** Everything of the product's in the schema, whatever it is. */
async function clearDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'wuqing-restore' });
  await client.connect();
  try {
    await client.query(`DO $$ DECLARE found record; BEGIN
      FOR found IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('DROP TABLE IF EXISTS public.%I CASCADE', found.relname);
      END LOOP;
      FOR found IN SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('DROP SEQUENCE IF EXISTS public.%I CASCADE', found.relname);
      END LOOP;
      FOR found IN SELECT oid::regprocedure AS name FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
        EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', found.name);
      END LOOP;
    END $$`);
    for (const schema of productSchemas.filter((name) => name !== 'public'))
      await client.query(`DROP SCHEMA IF EXISTS ${client.escapeIdentifier(schema)} CASCADE`);
  } finally {
    await client.end();
  }
}

async function settle(
  ownerUrl: string,
  secrets: Secrets,
  { takenAt, lost }: Pick<Restored, 'takenAt' | 'lost'>,
): Promise<Pick<Restored, 'cases' | 'running'>> {
  const source = await createDataSource({
    url: ownerUrl,
    poolSize: 2,
    applicationName: 'wuqing-restore',
  }).initialize();
  try {
    await requireKnownKeys(source, secretFingerprints(secrets));
    return await new UnitOfWork(source).run(ACTOR, async (work) => {
      const faults = [
        ...(await dataFaults(work)),
        ...(await chainFaults(work, sha256)),
        ...(await ledgerFaults(work, sha256)),
      ];
      if (faults.length > 0)
        throw new SetupFailure(`The backup was taken from data that were not whole: ${faults.join('; ')}.`);
      const now = Date.now();
      await work.query(
        'INSERT INTO restoration (taken_at, restored_at, lost) VALUES ($1, to_timestamp($2 / 1000.0), $3)',
        [takenAt, now, JSON.stringify(lost)],
      );
      const reason = `a backup of ${takenAt} was put in place`;
      await askAllWorkflowChecks(work, { actorId: ACTOR.id, reason, now });
      await markTables(work, now);
      const [counted] = await work.query<Pick<Restored, 'cases' | 'running'>>(
        `SELECT count(*)::int AS cases, (count(*) FILTER (WHERE root_id IS NULL AND status = 'running'))::int AS running
         FROM process_instance`,
      );
      return counted!;
    });
  } finally {
    await source.destroy();
  }
}
