import { setTimeout as pause } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import { mkdirSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { ManagedProcess, ensureNamespace, freePort } from '@wuqing/dev-runtime';
import { UnitOfWork, createDataSource, systemActor } from '@wuqing/persistence';
import { createDataConverter, keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { bringToPresent, fastForward, type FastForwardDependencies } from '@wuqing/dev-runtime/fast-forward';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';

const ROOT = resolve(import.meta.dirname, '../..');
const NAMESPACE = 'wuqing-test';
export const PAYLOAD_KEYS = JSON.stringify({
  current: 'test',
  keys: { test: Buffer.alloc(32, 7).toString('base64') },
});
export const MASTER_KEYS = JSON.stringify({
  current: 'm1',
  keys: { m1: Buffer.alloc(32, 21).toString('base64') },
});
export const IDENTITY_SEARCH_KEY = Buffer.alloc(32, 22).toString('base64');

/** The servers that a product under test stands on. */
export interface Servers {
  /** Owner's connection to the maintenance database. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
}

export interface ProductOptions {
  /** Names database, task queue and logs; one per suite. */
  readonly name: string;
  /** Default: the run's own, which `npm test` starts once. */
  readonly servers?: Servers;
  readonly updatesMax?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** One process of the API, at its own address. */
export interface ApiProcess {
  readonly baseUrl: string;
  readonly process: ManagedProcess;
}

/** API and worker as real processes on the run's PostgreSQL and Temporal, with a database and a task queue of their own. */
export class Product {
  private constructor(
    readonly database: TestDatabase,
    readonly baseUrl: string,
    readonly temporalAddress: string,
    readonly api: ManagedProcess,
    readonly worker: ManagedProcess,
    readonly client: Client,
    readonly unitOfWork: UnitOfWork,
    private readonly planApi: (name: string) => Promise<ApiProcess>,
    private readonly close: () => Promise<void>,
  ) {}

  private readonly beside: ApiProcess[] = [];

  static async start(options: ProductOptions): Promise<Product> {
    const { databaseUrl, temporalAddress: address } = options.servers ?? serversOfRun();
    const database = await createTestDatabase(databaseUrl, `wuqing_${options.name}`);
    await ensureNamespace(address, NAMESPACE);
    const shared = environmentOf(options, address);
    const planApi = async (name: string): Promise<ApiProcess> => {
      const port = await freePort(0);
      const env = { ...shared, DATABASE_URL: database.apiUrl, PORT: String(port) };
      return { baseUrl: `http://127.0.0.1:${port}`, process: processOf('api', name, env) };
    };
    const { baseUrl, process: api } = await planApi(options.name);
    const worker = processOf('worker', options.name, { ...shared, DATABASE_URL: database.workerUrl });
    const source = await createDataSource({ url: database.ownerUrl, poolSize: 4 }).initialize();
    const connection = await Connection.connect({ address });
    const client = new Client({
      connection,
      namespace: NAMESPACE,
      dataConverter: createDataConverter(keyRingFrom(PAYLOAD_KEYS)),
    });
    await Promise.all([api.start(), worker.start()]);
    return new Product(
      database,
      baseUrl,
      address,
      api,
      worker,
      client,
      new UnitOfWork(source),
      planApi,
      async () => {
        await connection.close();
        await source.destroy();
      },
    );
  }

  /** One more process of the API on the same database, until the product stops. */
  async anotherApi(name: string): Promise<ApiProcess> {
    const api = await this.planApi(name);
    this.beside.push(api);
    await api.process.start();
    return api;
  }

  async stop(): Promise<void> {
    await Promise.all(
      [this.api, this.worker, ...this.beside.map((one) => one.process)].map((one) => one.stop()),
    );
    await this.close();
  }

  /** Rows of the owner's, for assertions. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.unitOfWork.run(systemActor('test'), (work) => work.query<Row>(sql, parameters));
  }

  /** Holds the journal, so that the next entry waits at its last statement. */
  async holdJournal(): Promise<{ workerWaits(): Promise<true | undefined>; release(): Promise<void> }> {
    const connection = new pg.Client({ connectionString: this.database.ownerUrl });
    let lost = false;
    connection.on('error', () => (lost = true)); // a killed server releases what it held
    await connection.connect();
    await connection.query('BEGIN');
    await connection.query('LOCK TABLE journal_entry IN SHARE MODE');
    return {
      workerWaits: async () => {
        const { rowCount } = await connection.query(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'wuqing-worker' AND wait_event_type = 'Lock'`,
        );
        return rowCount ? true : undefined;
      },
      release: async () => {
        if (!lost) await connection.query('ROLLBACK');
        await connection.end();
      },
    };
  }

  /** Moves one case to `target` (epoch ms, the case's time). */
  fastForward(caseId: string, target: number): Promise<void> {
    return fastForward(this.timeMachine(), caseId, target);
  }

  /** Brings one case to the present, where it stays. */
  bringToPresent(caseId: string): Promise<void> {
    return bringToPresent(this.timeMachine(), caseId);
  }

  private timeMachine(): FastForwardDependencies {
    const { client, unitOfWork } = this;
    return {
      client,
      unitOfWork,
      actor: systemActor('test'),
      now: () => Date.now(),
      pause: async (ms) => void (await pause(ms)),
    };
  }
}

export function serversOfRun(): Servers {
  const { WUQING_TEST_DATABASE_URL: databaseUrl, WUQING_TEST_TEMPORAL_ADDRESS: temporalAddress } =
    process.env;
  if (!databaseUrl || !temporalAddress)
    throw new Error('Expected the test servers: run these specs with `npm test -- --only real`');
  return { databaseUrl, temporalAddress };
}

function environmentOf({ name, updatesMax, env }: ProductOptions, address: string): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(NODE_OPTIONS|JEST_|DATABASE_URL)/.test(key)),
  );
  return {
    ...inherited,
    NODE_ENV: 'test',
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: NAMESPACE,
    WUQING_PAYLOAD_KEYS: PAYLOAD_KEYS,
    WUQING_MASTER_KEYS: MASTER_KEYS,
    WUQING_IDENTITY_SEARCH_KEY: IDENTITY_SEARCH_KEY,
    WUQING_TASK_QUEUE: `process-${name}`,
    WUQING_DEMO: '1',
    WUQING_PRESS: 'on-demand',
    WUQING_SESSION_SECRET: 'test-session-secret',
    ...(updatesMax ? { WUQING_UPDATES_MAX: String(updatesMax) } : {}),
    ...env,
  };
}

function processOf(program: 'api' | 'worker', suite: string, env: NodeJS.ProcessEnv): ManagedProcess {
  const folder = join(ROOT, '.data', 'test', 'logs', suite);
  mkdirSync(folder, { recursive: true });
  return new ManagedProcess({
    name: program,
    command: process.execPath,
    args: [join(ROOT, 'apps', program, 'dist', 'main.js')],
    cwd: ROOT,
    env,
    logFile: join(folder, `${program}.log`),
    recordFolder: folder,
    stopSignal: 'SIGTERM',
    stopWithinMs: 15_000,
    readyWithinMs: 60_000,
    isReady: (printed) => printed.includes(`${program} ready`),
  });
}
