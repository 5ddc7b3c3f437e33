import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  startPostgres,
  startTemporal,
  type ManagedProcess,
  type RunningPostgres,
  type RunningTemporal,
} from '@wuqing/dev-runtime';
import type { Servers } from './product.js';
import { until } from './until.js';

/** A PostgreSQL and a Temporal of a suite's own, so that it may kill them. */
export class OwnServers implements Servers {
  private constructor(
    private readonly folder: string,
    readonly postgres: RunningPostgres,
    readonly temporal: RunningTemporal,
  ) {}

  static async start(name: string): Promise<OwnServers> {
    const folder = resolve(import.meta.dirname, '../../.data/test', `${name}-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0 });
    const temporal = await startTemporal({
      postgres,
      dataDir: join(folder, 'temporal'),
      timeSkipping: true,
      ports: anyPorts,
    });
    return new OwnServers(folder, postgres, temporal);
  }

  get databaseUrl(): string {
    return this.postgres.url('postgres');
  }

  get temporalAddress(): string {
    return this.temporal.address;
  }

  async stop(): Promise<void> {
    await this.temporal.process.kill();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const anyPorts = new Proxy({}, { get: () => 0 }) as RunningTemporal['ports'];

/** A killed PostgreSQL leaves children for a moment that keep its memory: whoever starts it again tries again. */
export const startAgain = (server: ManagedProcess): Promise<true> =>
  until(30_000, () =>
    server.start().then(
      () => true as const,
      () => undefined,
    ),
  );
