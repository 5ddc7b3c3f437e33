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

/** A migrated and seeded database of the caller's own, copied from a template that the first caller makes. */
export async function createTestDatabase(serverUrl: string, name: string): Promise<TestDatabase> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(server, serverUrl);
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  } finally {
    await server.end();
  }
  return {
    ownerUrl: urlOf(serverUrl, name),
    apiUrl: urlOf(serverUrl, name, 'wuqing_api', TEST_API_PASSWORD),
    workerUrl: urlOf(serverUrl, name, 'wuqing_worker', TEST_WORKER_PASSWORD),
  };
}

async function ensureTemplate(server: pg.Client, serverUrl: string): Promise<void> {
  const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (rowCount) return;
  const building = `${TEMPLATE}_building`;
  await server.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${building}`);
  await migrate({
    ownerUrl: urlOf(serverUrl, building),
    apiPassword: TEST_API_PASSWORD,
    workerPassword: TEST_WORKER_PASSWORD,
  });
  await seed({ ownerUrl: urlOf(serverUrl, building), demo: true });
  await server.query(`ALTER DATABASE ${building} RENAME TO ${TEMPLATE}`);
}

function urlOf(serverUrl: string, database: string, user?: string, password?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.toString();
}
