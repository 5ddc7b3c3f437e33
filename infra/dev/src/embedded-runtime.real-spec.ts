import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chmodSync } from 'node:fs';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { isAlive } from './process/os-process.js';
import { ensureDatabases } from './postgres/postgres-server.js';
import { startPostgres } from './postgres/start-postgres.js';
import { freeTemporalPorts } from './temporal/temporal-ports.js';
import { startTemporal } from './temporal/start-temporal.js';

/** Servers of its own: it deals them what must never be dealt to those of the other specs. */
describe('PostgreSQL and Temporal of the embedded runtime', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-embedded-'));
  chmodSync(folder, 0o755); // PostgreSQL may run as another user
  const postgresFolder = join(folder, 'postgres');
  const temporalFolder = join(folder, 'temporal');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = async () => {
    const postgres = await startPostgres({ dataDir: postgresFolder, port: 0 });
    const ports = { ...(await freeTemporalPorts()), FRONTEND_GRPC_PORT: 0 };
    const temporal = await startTemporal({ postgres, dataDir: temporalFolder, ports, timeSkipping: false });
    return { postgres, temporal };
  };
  const query = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };
  const retentionDays = async (address: string): Promise<number> => {
    const connection = await Connection.connect({ address });
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'wuqing' });
    await connection.close();
    return Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400;
  };

  it('come back on their data after both were killed, after only their parent was, and end cleanly', async () => {
    const first = await start();
    await ensureDatabases(first.postgres, ['wuqing']);
    await query(first.postgres.url('wuqing'), 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect(await retentionDays(first.temporal.address)).toBe(30);
    await first.temporal.process.kill();
    await first.postgres.process.kill();
    expect(existsSync(join(postgresFolder, 'cluster', 'postmaster.pid'))).toBe(true);

    const second = await start();
    expect(await query(second.postgres.url('wuqing'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(await retentionDays(second.temporal.address)).toBe(30);

    // A parent that was killed stops nothing: the next start finds both running.
    const orphans = [second.postgres.process.pid as number, second.temporal.process.pid as number];
    const third = await start();
    expect(orphans.map(isAlive)).toEqual([false, false]);
    expect(await query(third.postgres.url('wuqing'), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);

    await third.temporal.stop();
    await third.postgres.stop();
    expect(existsSync(join(postgresFolder, 'cluster', 'postmaster.pid'))).toBe(false);
    expect(readFileSync(join(postgresFolder, 'postgres.log'), 'utf8')).toMatch(
      /database system is shut down\s*$/,
    );
  }, 60_000);
});
