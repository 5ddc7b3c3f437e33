import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startPostgres, startTemporal } from '@wuqing/dev-runtime';
import { UnitOfWork, createDataSource, migrate, systemActor } from '@wuqing/persistence';
import { seed } from '@wuqing/dev-runtime/seed';
import pg from 'pg';

const ANY_PORTS = new Proxy({}, { get: () => 0 });
const API_PASSWORD = 'bench-api';
const WORKER_PASSWORD = 'bench-worker';

/**
 * A migrated and seeded database on durable servers of this run's own, with the checksum of `seven-user-tasks` and a village.
 * `keptAs`: the folder's name of a cluster that stays, and is opened as it is where it is there.
 */
export async function openBenchDatabase(
  name,
  { poolSize = 10, withTemporal = false, timeSkipping = false, keptAs } = {},
) {
  const folder = fileURLToPath(
    new URL(`../../.data/bench/${keptAs ?? `${name}-${process.pid}`}`, import.meta.url),
  );
  const isKept = existsSync(folder);
  mkdirSync(folder, { recursive: true });
  const postgres = await startPostgres({ dataDir: `${folder}/postgres`, port: 0 });
  const temporal = withTemporal
    ? await startTemporal({ postgres, dataDir: `${folder}/temporal`, timeSkipping, ports: ANY_PORTS })
    : null;
  const owner = new URL(postgres.url('postgres'));
  const database = `wuqing_bench_${name}`;
  if (!isKept) await createDatabase(owner.toString(), database);
  owner.pathname = `/${database}`;
  const ownerUrl = owner.toString();
  if (!isKept) {
    await migrate({ ownerUrl, apiPassword: API_PASSWORD, workerPassword: WORKER_PASSWORD });
    await seed({ ownerUrl, demo: true });
  }
  const source = await createDataSource({
    url: roleUrl(ownerUrl),
    poolSize,
    applicationName: 'wuqing-bench',
  }).initialize();
  const ownerSource = await createDataSource({
    url: ownerUrl,
    poolSize: 2,
    applicationName: 'wuqing-bench',
  }).initialize();
  const ownerWork = new UnitOfWork(ownerSource);
  const query = (sql, parameters) =>
    ownerWork.run(systemActor('bench'), (work) => work.query(sql, parameters));
  const [{ checksum }] = await query(
    `SELECT checksum FROM process_definition_version WHERE key = 'seven-user-tasks'`,
  );
  const [{ unitId }] = await query(
    `SELECT id AS "unitId" FROM unit WHERE kind = 'village' ORDER BY code LIMIT 1`,
  );
  return {
    unitId,
    unitOfWork: new UnitOfWork(source),
    query,
    /** As a database at rest is: what the planting left behind is not cleared away while something is measured. */
    vacuum: () => ownerSource.query('VACUUM ANALYZE'),
    checksum,
    ownerUrl,
    workerUrl: roleUrl(ownerUrl),
    apiUrl: roleUrl(ownerUrl, 'wuqing_api', API_PASSWORD),
    folder,
    /** What of a cluster that is to be kept did not come to its end. */
    drop: () => rmSync(folder, { recursive: true, force: true }),
    temporalAddress: temporal?.address ?? null,
    async close() {
      await source.destroy();
      await ownerSource.destroy();
      await temporal?.process.kill();
      await postgres.stop();
      if (keptAs === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(url, database) {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
}

function roleUrl(ownerUrl, role = 'wuqing_worker', password = WORKER_PASSWORD) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}
