import { join } from 'node:path';
import { endLeftoverPostmaster } from '../postgres/leftover-postmaster.js';
import {
  answers,
  ensureDatabases,
  postgresServerOf,
  type PostgresServer,
} from '../postgres/postgres-server.js';
import { POSTGRES_PORT, startPostgres } from '../postgres/start-postgres.js';
import { endLeftovers } from '../process/process-record.js';
import type { Supervisor } from '../process/supervisor.js';
import type { Progress } from '../progress.js';
import { SetupFailure } from '../setup-failure.js';
import { provideTemporalPrograms } from '../temporal/provide-programs.js';
import { startTemporal } from '../temporal/start-temporal.js';
import { ensureNamespace } from '../temporal/temporal-namespace.js';
import type { StartSettings } from './settings.js';

export interface StartContext {
  readonly settings: StartSettings;
  readonly supervisor: Supervisor;
  readonly progress: Progress;
}

type Remark = (text: string) => void;

export const PRODUCT_DATABASE = 'wuqing';

/** A run that was killed leaves its servers; they end in the order of a good end: API and worker, Temporal, PostgreSQL. */
export async function clearLeftovers({ settings, progress }: StartContext): Promise<void> {
  const ended = [
    ...(await endLeftovers(settings.recordFolder, ['start'])),
    ...(await endLeftovers(join(settings.temporalFolder, 'run'))),
  ];
  if (await endLeftoverPostmaster(join(settings.postgresFolder, 'cluster'))) ended.push('postgres');
  if (ended.length > 0) progress.note(`  ended what an earlier run left behind: ${ended.join(', ')}`);
}

/** The server and the name of the product's database on it. */
export async function providePostgres(
  { settings, supervisor, progress }: StartContext,
  remark: Remark,
): Promise<{ server: PostgresServer; database: string }> {
  if (settings.databaseUrl) return givenPostgres(settings.databaseUrl, remark);
  const server = await startPostgres({
    dataDir: settings.postgresFolder,
    logFolder: settings.logFolder,
    onProcess: supervisor.adopt,
  });
  supervisor.watch(server.process);
  await ensureDatabases(server, [PRODUCT_DATABASE]);
  remark(`127.0.0.1:${server.port}`);
  if (server.port !== POSTGRES_PORT)
    progress.note(`  port ${POSTGRES_PORT} is taken: PostgreSQL listens on ${server.port}`);
  return { server, database: PRODUCT_DATABASE };
}

export async function givenPostgres(
  url: string,
  remark: Remark,
): Promise<{ server: PostgresServer; database: string }> {
  const server = postgresServerOf(url);
  const database = decodeURIComponent(new URL(url).pathname.slice(1)) || PRODUCT_DATABASE;
  remark(`DATABASE_URL, ${server.host}:${server.port}`);
  if (!(await answers(server))) {
    throw new SetupFailure(
      `No PostgreSQL answers at ${server.host}:${server.port} as ${server.user}: start it or correct DATABASE_URL.`,
    );
  }
  await ensureDatabases(server, [database]);
  return { server, database };
}

/** The address of a Temporal server that knows our namespace. */
export async function provideTemporal(
  context: StartContext,
  postgres: PostgresServer,
  remark: Remark,
): Promise<string> {
  const { settings, supervisor, progress } = context;
  if (settings.temporalAddress) return givenTemporal(settings.temporalAddress, settings.namespace, remark);
  const { cache, env } = settings;
  const programs = await provideTemporalPrograms({ cache, env, remark, note: progress.note });
  const server = await startTemporal({
    postgres,
    programs,
    dataDir: settings.temporalFolder,
    logFolder: settings.logFolder,
    namespace: settings.namespace,
    timeSkipping: settings.demo,
    onProcess: supervisor.adopt,
  });
  supervisor.watch(server.process);
  remark(server.address);
  const usual = '127.0.0.1:7233';
  if (server.address !== usual) progress.note(`  port 7233 is taken: Temporal listens on ${server.address}`);
  return server.address;
}

async function givenTemporal(address: string, namespace: string, remark: Remark): Promise<string> {
  remark(`TEMPORAL_ADDRESS, ${address}`);
  try {
    await ensureNamespace(address, namespace);
    return address;
  } catch (error) {
    throw new SetupFailure(
      `No Temporal server serves the namespace ${namespace} at ${address} (${(error as Error).message}): ` +
        'start it or correct TEMPORAL_ADDRESS.',
    );
  }
}
