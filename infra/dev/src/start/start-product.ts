import { existsSync, readFileSync } from 'node:fs';
import { fileSettingsFrom, virusCheckOf } from '@wuqing/file-storage';
import { DataNotWhole, migrate } from '@wuqing/persistence';
import { dataFaultsOf } from '../backup/check-database.js';
import type { PostgresServer } from '../postgres/postgres-server.js';
import { postgresServer } from '../postgres/postgres-server.js';
import { freePort } from '../process/free-ports.js';
import type { Secrets } from '../secrets.js';
import { seed } from '../seed/index.js';
import { SetupFailure } from '../setup-failure.js';
import { provideSecrets, requireOwnKeys } from './known-secrets.js';
import { apiProcess, workerProcess, type ProductConnections } from './product-processes.js';
import { clearLeftovers, providePostgres, provideTemporal, type StartContext } from './provide-servers.js';

export interface RunningProduct {
  readonly url: string;
  /** The owner's connection. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** What the seed tells of the accounts it made. */
  readonly seeded: Awaited<ReturnType<typeof seed>>;
}

/** PostgreSQL → secrets → Temporal with its namespace → migrations → keys → seed → worker and API, each with a line of progress. */
export async function startProduct(context: StartContext): Promise<RunningProduct> {
  const { settings, progress } = context;
  requireFinishedRestore(settings);
  await clearLeftovers(context);
  const { server, database } = await progress.stage('PostgreSQL', (remark) =>
    providePostgres(context, remark),
  );
  const databaseUrl = server.url(database);
  const secrets = await progress.stage('secrets', () => provideSecrets(settings.secretsFile, databaseUrl));
  const temporalAddress = await progress.stage('Temporal', (remark) =>
    provideTemporal(context, server, remark),
  );
  const { apiPassword, workerPassword } = secrets;
  await progress.stage('migrations', () => migrate({ ownerUrl: databaseUrl, apiPassword, workerPassword }));
  await progress.stage('keys', () => requireOwnKeys(secrets, databaseUrl));
  await progress.stage('data', () => requireWhole(databaseUrl));
  const seeded = await progress.stage('seed', () => seed({ ownerUrl: databaseUrl, demo: settings.demo }));
  progress.note(`  virus check: ${virusCheckOf(fileSettingsFrom(settings.env)).description}`);
  const port = await pagesPort(context);
  await runProduct(context, {
    ...roleUrls(server, database, secrets),
    temporalAddress,
    secrets,
    seeded,
    port,
  });
  return { url: `http://127.0.0.1:${port}`, databaseUrl, temporalAddress, seeded };
}

/** Nothing is started on data of which something is missing. */
async function requireWhole(ownerUrl: string): Promise<void> {
  const faults = await dataFaultsOf(ownerUrl);
  if (faults.length > 0) throw new SetupFailure(new DataNotWhole(faults).message);
}

function requireFinishedRestore({ unfinishedRestore }: StartContext['settings']): void {
  if (!existsSync(unfinishedRestore)) return;
  const file = readFileSync(unfinishedRestore, 'utf8').trim();
  throw new SetupFailure(
    `A restore was begun and not finished: run it again, npm run restore -- ${file} --replace.`,
  );
}

/** Each service with its own role, which owns nothing. */
function roleUrls(server: PostgresServer, database: string, { apiPassword, workerPassword }: Secrets) {
  const as = (user: string, password: string): string =>
    postgresServer({ ...server, user, password }).url(database);
  return {
    apiDatabaseUrl: as('wuqing_api', apiPassword),
    workerDatabaseUrl: as('wuqing_worker', workerPassword),
  };
}

async function pagesPort({ settings, progress }: StartContext): Promise<number> {
  const port = await freePort(settings.wishedPort);
  if (port !== settings.wishedPort)
    progress.note(`  port ${settings.wishedPort} is taken: the pages are on ${port}`);
  return port;
}

async function runProduct(
  { settings, supervisor, progress }: StartContext,
  connections: ProductConnections,
): Promise<void> {
  await progress.stage('worker', () => supervisor.run(workerProcess(settings, connections)));
  await progress.stage('API', () => supervisor.run(apiProcess(settings, connections)));
}
