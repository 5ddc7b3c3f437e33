import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../process/free-ports.js';
import { ManagedProcess } from '../process/managed-process.js';
import { ensureCluster } from './cluster.js';
import { endLeftoverPostmaster } from './leftover-postmaster.js';
import { answers, postgresServer, type PostgresServer } from './postgres-server.js';
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.js';
import { keepPrivate, postgresUser, requireReachable, type PostgresUser } from './postgres-user.js';
import { OWNER, type Cluster } from './cluster.js';

export const POSTGRES_PORT = 54_329;

export interface StartPostgresOptions {
  /** Holds cluster, owner's password and log; made if missing. */
  readonly dataDir: string;
  /** Wished port; another free one is taken where it is occupied. */
  readonly port?: number;
  /** False: no fsync, for tests only. A killed server may then have lost its last commits. */
  readonly durable?: boolean;
  /** Default: `dataDir`. */
  readonly logFolder?: string;
  /** Told of the process before it starts, so that a signal in between finds it. */
  readonly onProcess?: (process: ManagedProcess) => void;
}

export interface RunningPostgres extends PostgresServer {
  readonly process: ManagedProcess;
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL on `dataDir`, after ending what a killed run left there. */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  keepPrivate(dataDir);
  const [user, programs] = [await postgresUser(), postgresPrograms()];
  for (const path of [join(dataDir, 'cluster'), programs.postgres]) requireReachable(user, path);
  const cluster = await ensureCluster(dataDir, programs, user);
  await endLeftoverPostmaster(cluster.folder);
  const port = await freePort(options.port ?? POSTGRES_PORT);
  const server = postgresServer({ host: '127.0.0.1', port, user: OWNER, password: cluster.password });
  const durable = options.durable ?? true;
  const logFile = join(options.logFolder ?? dataDir, 'postgres.log');
  const managed = managedPostgres({ dataDir, logFile, server, cluster, programs, user, durable });
  options.onProcess?.(managed);
  await managed.start();
  return { ...server, process: managed, stop: async () => void (await managed.stop()) };
}

interface PostgresPlan {
  readonly dataDir: string;
  readonly logFile: string;
  readonly server: PostgresServer;
  readonly cluster: Cluster;
  readonly programs: PostgresPrograms;
  readonly user: PostgresUser;
  readonly durable: boolean;
}

function managedPostgres(plan: PostgresPlan): ManagedProcess {
  const { dataDir, logFile, server, cluster, programs, user, durable } = plan;
  return new ManagedProcess({
    name: 'postgres',
    command: programs.postgres,
    args: ['-D', cluster.folder, '-p', String(server.port), ...settings(durable)],
    ...user,
    env: { ...process.env, LC_MESSAGES: 'C' },
    logFile,
    recordFolder: join(dataDir, 'run'),
    stopSignal: 'SIGINT', // fast shutdown: rolls back what is open, writes a checkpoint
    stopWithinMs: 6_000,
    readyWithinMs: 60_000,
    prepare: async () => void (await endLeftoverPostmaster(cluster.folder)),
    isReady: () => answers(server),
  });
}

/** Three programs with pools of their own, four Temporal services among them: hence 200 connections. */
function settings(durable: boolean): string[] {
  const values = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=256MB',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return values.flatMap((value) => ['-c', value]);
}
