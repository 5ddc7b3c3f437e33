import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER } from '../postgres/cluster.js';
import { ensureDatabases, postgresServer, type PostgresServer } from '../postgres/postgres-server.js';
import { startPostgres } from '../postgres/start-postgres.js';
import { livingProcesses } from '../process/process-record.js';
import { givenPostgres, PRODUCT_DATABASE } from '../start/provide-servers.js';
import type { StartSettings } from '../start/settings.js';

/** Gives the owner's connection to the product's database, of a server that runs or is started for as long as it takes. */
export async function withProductDatabase<T>(
  settings: StartSettings,
  perform: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl) {
    const { server, database } = await givenPostgres(settings.databaseUrl, () => undefined);
    return perform(server.url(database));
  }
  const running = runningServer(settings);
  if (running) return perform(running.url(PRODUCT_DATABASE));
  const server = await startPostgres({
    dataDir: settings.postgresFolder,
    logFolder: settings.logFolder,
  });
  try {
    await ensureDatabases(server, [PRODUCT_DATABASE]);
    return await perform(server.url(PRODUCT_DATABASE));
  } finally {
    await server.stop();
  }
}

/** The PostgreSQL of a product that runs from this folder: its port stands in the fourth line of its pid file. */
function runningServer({ recordFolder, postgresFolder }: StartSettings): PostgresServer | undefined {
  const isRunning = livingProcesses(recordFolder).some(({ name }) => name === 'start');
  const pidFile = join(postgresFolder, 'cluster', 'postmaster.pid');
  if (!isRunning || !existsSync(pidFile)) return undefined;
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  const password = readFileSync(join(postgresFolder, 'owner-password'), 'utf8').trim();
  return postgresServer({ host: '127.0.0.1', port, user: OWNER, password });
}
