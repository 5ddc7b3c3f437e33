import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { migrations } from './migrations/index.js';

/** Any number will do, as long as every migrator takes the same. */
const MIGRATION_LOCK = 20_260_101;

export interface MigrateOptions {
  /** Connection of the owner role, which may create roles. */
  readonly ownerUrl: string;
  readonly apiPassword: string;
  readonly workerPassword: string;
  /** Only so far: a backup is loaded into the schema that it was taken from. */
  readonly migrationNames?: readonly string[];
}

/** Brings the schema to this release under an advisory lock; creates the roles `wuqing_api` and `wuqing_worker`. */
export async function migrate({
  ownerUrl,
  apiPassword,
  workerPassword,
  migrationNames,
}: MigrateOptions): Promise<void> {
  const dataSource = await createDataSource({
    url: ownerUrl,
    poolSize: 2,
    applicationName: 'wuqing-migrate',
    // It waits for another migrator, and fills the lists of a town with years of cases.
    queryWithinMs: null,
    ...(migrationNames && { migrationNames }),
  }).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRole(dataSource, 'wuqing_api', apiPassword);
    await ensureRole(dataSource, 'wuqing_worker', workerPassword);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
    await dataSource.destroy();
  }
}

/** Roles belong to the whole server: another database's migrator may be creating them at this moment. */
async function ensureRole(dataSource: DataSource, role: string, password: string): Promise<void> {
  const literal = `'${password.replaceAll("'", "''")}'`;
  await dataSource.query(`
    DO $$ BEGIN
      CREATE ROLE ${role} LOGIN PASSWORD ${literal};
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      ALTER ROLE ${role} LOGIN PASSWORD ${literal};
    END $$`);
}

/** Names of this release's migrations, in the order in which they run. */
export const migrationNamesOfRelease: readonly string[] = migrations.map(({ name }) => name);

/** Throws a sentence unless the database has exactly this release's migrations: apps refuse an older schema. */
export async function requireCurrentSchema(dataSource: DataSource): Promise<void> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM schema_migration');
  const applied = new Set(rows.map((row) => row.name));
  const missing = migrations
    .filter((migration) => !applied.has(migration.name))
    .map((migration) => migration.name);
  if (missing.length > 0)
    throw new Error(`Expected a migrated database, found these migrations missing: ${missing.join(', ')}`);
}
