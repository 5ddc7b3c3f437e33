import { startTestServers } from '@wuqing/dev-runtime';
import { UnitOfWork, createDataSource, migrate, systemActor } from '@wuqing/persistence';
import { seed } from '@wuqing/dev-runtime/seed';
import pg from 'pg';

const API_PASSWORD = 'bench-api';
const WORKER_PASSWORD = 'bench-worker';

/** A migrated and seeded database on servers of this run's own, with the checksum of `seven-user-tasks`. */
export async function openBenchDatabase(name, poolSize = 10) {
  const servers = await startTestServers({ durable: true });
  const owner = new URL(servers.env.WUQING_TEST_DATABASE_URL);
  const admin = new pg.Client({ connectionString: owner.toString() });
  await admin.connect();
  await admin.query(`CREATE DATABASE wuqing_bench_${name}`);
  await admin.end();
  owner.pathname = `/wuqing_bench_${name}`;
  const ownerUrl = owner.toString();
  await migrate({ ownerUrl, apiPassword: API_PASSWORD, workerPassword: WORKER_PASSWORD });
  await seed({ ownerUrl, demo: true });
  const source = await createDataSource({ url: roleUrl(ownerUrl), poolSize, applicationName: 'wuqing-bench' }).initialize();
  const ownerSource = await createDataSource({ url: ownerUrl, poolSize: 2, applicationName: 'wuqing-bench' }).initialize();
  const ownerWork = new UnitOfWork(ownerSource);
  const query = (sql, parameters) => ownerWork.run(systemActor('bench'), (work) => work.query(sql, parameters));
  const [{ checksum }] = await query(`SELECT checksum FROM process_definition_version WHERE key = 'seven-user-tasks'`);
  return {
    unitOfWork: new UnitOfWork(source),
    query,
    checksum,
    ownerUrl,
    workerUrl: roleUrl(ownerUrl),
    temporalAddress: servers.env.WUQING_TEST_TEMPORAL_ADDRESS,
    async close() {
      await source.destroy();
      await ownerSource.destroy();
      await servers.stop();
    },
  };
}

function roleUrl(ownerUrl) {
  const url = new URL(ownerUrl);
  url.username = 'wuqing_worker';
  url.password = WORKER_PASSWORD;
  return url.toString();
}
