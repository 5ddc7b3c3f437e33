import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../places.js';
import type { PostgresServer } from '../postgres/postgres-server.js';
import { ManagedProcess } from '../process/managed-process.js';
import { endLeftovers } from '../process/process-record.js';
import type { TemporalPrograms } from './cached-programs.js';
import { dynamicConfig } from './dynamic-config.js';
import { provideTemporalPrograms } from './provide-programs.js';
import { serverEnvironment } from './server-environment.js';
import { ensureNamespace, NAMESPACE } from './temporal-namespace.js';
import { freeTemporalPorts, type TemporalPorts } from './temporal-ports.js';
import { ensureTemporalSchema } from './temporal-schema.js';

export interface StartTemporalOptions {
  readonly postgres: PostgresServer;
  /** Holds log, dynamic configuration and the process record; made if missing. */
  readonly dataDir: string;
  readonly timeSkipping: boolean;
  /** Default: `wuqing`. */
  readonly namespace?: string;
  /** Wished ports; others are taken where these are occupied. */
  readonly ports?: TemporalPorts;
  /** Default: from the cache folder, where they are put first if they are not there. */
  readonly programs?: TemporalPrograms;
  /** Default: `dataDir`. */
  readonly logFolder?: string;
  /** Told of the process before it starts, so that a signal in between finds it. */
  readonly onProcess?: (process: ManagedProcess) => void;
}

export interface RunningTemporal {
  /** host:port of the gRPC frontend. */
  readonly address: string;
  readonly namespace: string;
  readonly ports: TemporalPorts;
  readonly process: ManagedProcess;
  stop(): Promise<void>;
}

/** Starts a Temporal server on `postgres` with schema, namespace and search attributes in place; ends a leftover of `dataDir` first. */
export async function startTemporal(options: StartTemporalOptions): Promise<RunningTemporal> {
  await endLeftovers(join(resolve(options.dataDir), 'run'));
  const programs = options.programs ?? (await keptOrBuilt());
  await ensureTemporalSchema(programs.sql, options.postgres);
  const ports = await freeTemporalPorts(options.ports);
  const managed = managedTemporal(options, programs.server, ports);
  options.onProcess?.(managed);
  await managed.start();
  const namespace = options.namespace ?? NAMESPACE;
  const address = `127.0.0.1:${ports.FRONTEND_GRPC_PORT}`;
  try {
    await ensureNamespace(address, namespace);
  } catch (error) {
    await managed.stop();
    throw error;
  }
  return { address, namespace, ports, process: managed, stop: async () => void (await managed.stop()) };
}

function keptOrBuilt(): Promise<TemporalPrograms> {
  const quiet = (): void => undefined;
  return provideTemporalPrograms({
    cache: cacheFolder(process.env),
    env: process.env,
    remark: quiet,
    note: quiet,
  });
}

function managedTemporal(
  options: StartTemporalOptions,
  server: string,
  ports: TemporalPorts,
): ManagedProcess {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const configFile = join(dataDir, 'dynamic-config.yaml');
  writeFileSync(configFile, dynamicConfig(options));
  return new ManagedProcess({
    name: 'temporal',
    command: server,
    args: ['--allow-no-auth', 'start'],
    env: { ...process.env, ...serverEnvironment(options.postgres, ports, configFile) },
    cwd: dataDir,
    logFile: join(options.logFolder ?? dataDir, 'temporal.log'),
    recordFolder: join(dataDir, 'run'),
    stopSignal: 'SIGTERM',
    stopWithinMs: 3_000,
    readyWithinMs: 30_000,
    isReady: () => listens(ports.FRONTEND_GRPC_PORT),
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => (socket.destroy(), answer(true)));
    socket.once('error', () => answer(false));
  });
}
