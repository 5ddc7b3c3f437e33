import { UnitOfWork, createDataSource, migrate, systemActor } from '@wuqing/persistence';
import { insertVillages } from './village-fixture.js';

/** Roles belong to the whole server, so every suite of a run agrees on their passwords. */
export const API_PASSWORD = 'test-api';
const WORKER_PASSWORD = 'test-worker';
const TEMPLATE = 'wuqing_villages_template';
/** Any number will do, as long as every caller takes the same. */
const TEMPLATE_LOCK = 20_260_103;

/** A migrated database of the caller's own with the villages of the fixture, copied from a template that the first caller makes. */
export async function createVillages(server: URL, name: string): Promise<void> {
  // It waits for whoever makes the template.
  const options = { url: server.toString(), poolSize: 1, queryWithinMs: null };
  const maintenance = await createDataSource(options).initialize();
  const runner = maintenance.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const made: unknown[] = await runner.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (made.length === 0) await makeTemplate(server, (sql) => runner.query(sql));
    await runner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await runner.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    await runner.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  } finally {
    await runner.release();
    await maintenance.destroy();
  }
}

/** Under another name until it is whole: a run that was broken off leaves no half one. */
async function makeTemplate(server: URL, query: (sql: string) => Promise<unknown>): Promise<void> {
  const building = `${TEMPLATE}_building`;
  await query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await query(`CREATE DATABASE ${building}`);
  const ownerUrl = urlOf(server, building);
  await migrate({ ownerUrl, apiPassword: API_PASSWORD, workerPassword: WORKER_PASSWORD });
  const source = await createDataSource({ url: ownerUrl, poolSize: 1 }).initialize();
  await new UnitOfWork(source).run(systemActor('test'), insertVillages);
  await source.destroy();
  await query(`ALTER DATABASE ${building} RENAME TO ${TEMPLATE}`);
}

export function urlOf(server: URL, database: string, user?: string, password?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.toString();
}
