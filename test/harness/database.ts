import { migrate } from '@wuqing/persistence';
import { seed } from '@wuqing/dev-runtime/seed';
import pg from 'pg';

/** Roles belong to the whole server, so every suite of a run agrees on their passwords. */
export const TEST_API_PASSWORD = 'test-api';
export const TEST_WORKER_PASSWORD = 'test-worker';
const TEMPLATE = 'wuqing_test_template';
const TEMPLATE_LOCK = 20_260_102;

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
}

/** Where the run's PostgreSQL is; specs of the project `real` are run by `npm test`, which starts it. */
export function testServerUrl(): string {
  const url = process.env['WUQING_TEST_DATABASE_URL'];
  if (!url) throw new Error('Expected WUQING_TEST_DATABASE_URL: run these specs with `npm test -- --only real`');
  return url;
}

/** A migrated and seeded database of the caller's own, copied from a template that the first caller makes. */
export async function createTestDatabase(name: string): Promise<TestDatabase> {
  const server = new pg.Client({ connectionString: testServerUrl() });
  await server.connect();
  try {
    await server.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(server);
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  } finally {
    await server.end();
  }
  return {
    ownerUrl: urlOf(name),
    apiUrl: urlOf(name, 'wuqing_api', TEST_API_PASSWORD),
    workerUrl: urlOf(name, 'wuqing_worker', TEST_WORKER_PASSWORD),
  };
}

async function ensureTemplate(server: pg.Client): Promise<void> {
  const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (rowCount) return;
  const building = `${TEMPLATE}_building`;
  await server.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${building}`);
  await migrate({ ownerUrl: urlOf(building), apiPassword: TEST_API_PASSWORD, workerPassword: TEST_WORKER_PASSWORD });
  await seed({ ownerUrl: urlOf(building), demo: true });
  await server.query(`ALTER DATABASE ${building} RENAME TO ${TEMPLATE}`);
}

function urlOf(database: string, user?: string, password?: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.toString();
}
