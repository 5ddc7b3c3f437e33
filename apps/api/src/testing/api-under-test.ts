import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { LocalFolder } from '@wuqing/file-storage';
import {
  ChangeSignal,
  FactsUnitOfWork,
  UnitOfWork,
  createDataSource,
  systemActor,
  type Work,
} from '@wuqing/persistence';
import type { Press } from '@wuqing/paper';
import { Connections } from '../platform/connections.js';
import { createApi } from '../create-api.js';
import { budgetsTimes } from '../http/request-budgets.js';
import type { ApiSettings } from '../settings.js';
import { LaneDouble } from './lane-double.js';
import { API_PASSWORD, createVillages, urlOf } from './village-database.js';
import { Visitor } from './visitor.js';
import { PASSWORD, people, type Login } from './village-fixture.js';

const START = Date.parse('2026-08-24T01:00:00Z');

function serverUrl(): URL {
  const url = process.env['WUQING_TEST_DATABASE_URL'];
  if (!url)
    throw new Error('Expected WUQING_TEST_DATABASE_URL: these specs run against a PostgreSQL of their own');
  return new URL(url);
}

/** The API over a fresh database, with a lane of its own in place of Temporal, and time in the test's hands. */
export class ApiUnderTest {
  now = START;
  /** Where the files lie. */
  readonly storage = new LocalFolder(FILES.place.folder);

  private constructor(
    readonly app: INestApplication,
    readonly baseUrl: string,
    readonly lane: LaneDouble,
    private readonly owner: UnitOfWork,
    private readonly database: string,
    private readonly release: () => Promise<void>,
  ) {}

  static async start(
    name: string,
    settings: Partial<ApiSettings> = {},
    press?: Press,
  ): Promise<ApiUnderTest> {
    const database = `wuqing_api_${name}`;
    await createVillages(serverUrl(), database);
    const ownerUrl = urlOf(serverUrl(), database);
    const ownerSource = await createDataSource({ url: ownerUrl, poolSize: 3 }).initialize();
    const owner = new UnitOfWork(ownerSource);
    const sources = await apiSources(database);
    const time = { now: () => START };
    const lane = new LaneDouble(owner, () => time.now());
    const close = async (): Promise<void> =>
      void (await Promise.all([sources.close(), ownerSource.destroy()]));
    const connections = new Connections(sources.unitOfWork, sources.facts, lane, sources.signal, close);
    const { app, baseUrl } = await listening(connections, settings, () => time.now(), press);
    const api = new ApiUnderTest(app, baseUrl, lane, owner, database, () => app.close());
    time.now = () => api.now;
    return api;
  }

  /** Another process of the API over the same database, as far as one test can be two. */
  async beside(settings: Partial<ApiSettings> = {}): Promise<Beside> {
    const { unitOfWork, facts, signal, close } = await apiSources(this.database);
    const connections = new Connections(unitOfWork, facts, this.lane, signal, close);
    const { app, baseUrl } = await listening(connections, settings, () => this.now);
    return { baseUrl, visitor: () => new Visitor(baseUrl), stop: () => app.close() };
  }

  stop(): Promise<void> {
    return this.release();
  }

  visitor(): Visitor {
    return new Visitor(this.baseUrl);
  }

  async signedIn(login: Login): Promise<Visitor> {
    const visitor = this.visitor();
    await visitor.signIn(login, PASSWORD);
    return visitor;
  }

  /** Everybody of the fixture, signed in. */
  async everybody(): Promise<Record<Login, Visitor>> {
    const logins = Object.keys(people) as Login[];
    const visitors = await Promise.all(logins.map((login) => this.signedIn(login)));
    return Object.fromEntries(logins.map((login, index) => [login, visitors[index]!])) as Record<
      Login,
      Visitor
    >;
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.owner.run(systemActor('test'), (work) => work.query<Row>(sql, parameters));
  }

  /** What only the worker does, in the owner's name. */
  asWorker<T>(perform: (work: Work) => Promise<T>): Promise<T> {
    return this.owner.run(systemActor('test'), perform);
  }

  /** Runs `meanwhile` inside a transaction of the owner's that has executed `sql`. */
  holding(sql: string, meanwhile: () => Promise<void>): Promise<void> {
    return this.owner.run(systemActor('test'), async (work) => {
      await work.query(sql);
      await meanwhile();
    });
  }

  /** Rows of every table but those that a session writes by being used. */
  async rowCounts(): Promise<Record<string, number>> {
    const tables = await this.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const counts = await Promise.all(
      tables.map(
        async ({ name }) =>
          [
            name,
            (await this.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`))[0]!.n,
          ] as const,
      ),
    );
    return Object.fromEntries(counts);
  }
}

const FILES = { place: { folder: join(tmpdir(), `wuqing-files-${process.pid}`) }, bytesMax: 104_857_600 };

export const SEARCH_KEY = Buffer.alloc(32, 9);

const SETTINGS: ApiSettings = {
  databaseUrl: '',
  temporalAddress: '',
  temporalNamespace: 'none',
  payloadKeys: { current: 'test', keys: { test: Buffer.alloc(32, 7) } },
  identityKeys: {
    master: { current: 'test', keys: { test: Buffer.alloc(32, 8) } },
    search: SEARCH_KEY,
  },
  files: FILES,
  host: '127.0.0.1',
  port: 0,
  demo: false,
  evenStepMs: 0,
  budgets: budgetsTimes(1_000),
  // Other specs let days go by within a session.
  confirmationMs: Number.MAX_SAFE_INTEGER,
};

export interface Beside {
  readonly baseUrl: string;
  visitor(): Visitor;
  stop(): Promise<void>;
}

async function listening(
  connections: Connections,
  settings: Partial<ApiSettings>,
  now: () => number,
  press?: Press,
): Promise<{ readonly app: INestApplication; readonly baseUrl: string }> {
  const app = await createApi({
    settings: { ...SETTINGS, ...settings },
    connections,
    now,
    logger: false,
    ...(press && { press }),
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, baseUrl: `http://127.0.0.1:${port}` };
}

/** As few connections as a busy API has left. */
async function apiSources(database: string) {
  const url = urlOf(serverUrl(), database, 'wuqing_api', API_PASSWORD);
  const source = await createDataSource({ url, poolSize: 5 }).initialize();
  const factsSource = await createDataSource({ url, poolSize: 2 }).initialize();
  return {
    unitOfWork: new UnitOfWork(source),
    facts: new FactsUnitOfWork(factsSource),
    signal: new ChangeSignal(url),
    close: async (): Promise<void> => void (await Promise.all([source.destroy(), factsSource.destroy()])),
  };
}
