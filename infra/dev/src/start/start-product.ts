import { migrate } from '@wuqing/persistence';
import { endLeftoverPostmaster } from '../postgres/leftover-postmaster.js';
import { answers, ensureDatabases, postgresServerOf, type PostgresServer } from '../postgres/postgres-server.js';
import { POSTGRES_PORT, startPostgres } from '../postgres/start-postgres.js';
import { freePort } from '../process/free-ports.js';
import { endLeftovers } from '../process/process-record.js';
import type { Supervisor } from '../process/supervisor.js';
import type { Progress } from '../progress.js';
import { ensureSecrets } from '../secrets.js';
import { seed, type Seeded } from '../seed/index.js';
import { SetupFailure } from '../setup-failure.js';
import { provideTemporalPrograms } from '../temporal/provide-programs.js';
import { startTemporal } from '../temporal/start-temporal.js';
import { ensureNamespace, NAMESPACE } from '../temporal/temporal-namespace.js';
import { apiProcess, workerProcess, type ProductConnections } from './product-processes.js';
import type { StartSettings } from './settings.js';
import { join } from 'node:path';

export interface RunningProduct {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly seeded: Seeded;
}

const PRODUCT_DATABASE = 'wuqing';

interface Start {
  readonly settings: StartSettings;
  readonly supervisor: Supervisor;
  readonly progress: Progress;
}

/** PostgreSQL → Temporal with its namespace → migrations → seed → worker and API, each stage with a line of progress. */
export async function startProduct(start: Start): Promise<RunningProduct> {
  const { settings, progress } = start;
  await clearLeftovers(start);
  const { server, database } = await progress.stage('PostgreSQL', (remark) => providePostgres(start, remark));
  const temporalAddress = await progress.stage('Temporal', (remark) => provideTemporal(start, server, remark));
  const secrets = ensureSecrets(settings.secretsFile);
  const ownerUrl = server.url(database);
  const { apiPassword, workerPassword } = secrets;
  await progress.stage('migrations', () => migrate({ ownerUrl, apiPassword, workerPassword }));
  const seeded = await progress.stage('seed', () => seed({ ownerUrl, demo: settings.demo }));
  const port = await freePort(settings.wishedPort);
  if (port !== settings.wishedPort) progress.note(`  port ${settings.wishedPort} is taken: the pages are at ${port}`);
  const roleUrl = (user: string, password: string): string => roleServer(server, user, password).url(database);
  await runProduct(start, {
    apiDatabaseUrl: roleUrl('wuqing_api', apiPassword),
    workerDatabaseUrl: roleUrl('wuqing_worker', workerPassword),
    temporalAddress,
    temporalNamespace: settings.env['TEMPORAL_NAMESPACE'] || NAMESPACE,
    secrets,
    port,
  });
  return { url: `http://127.0.0.1:${port}`, databaseUrl: ownerUrl, temporalAddress, seeded };
}
