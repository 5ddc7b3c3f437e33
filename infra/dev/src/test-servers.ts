import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, DATA_FOLDER } from './places.js';
import { endLeftoverPostmaster } from './postgres/leftover-postmaster.js';
import { startPostgres, type RunningPostgres } from './postgres/start-postgres.js';
import { endLeftovers, livingProcesses, recordProcess } from './process/process-record.js';
import { silentProgress, type Progress } from './progress.js';
import { provideTemporalPrograms } from './temporal/provide-programs.js';
import { startTemporal, type RunningTemporal } from './temporal/start-temporal.js';
import type { TemporalPort, TemporalPorts } from './temporal/temporal-ports.js';

export interface TestServers {
  /** What specs of the project `real` read. */
  readonly env: { readonly WUQING_TEST_DATABASE_URL: string; readonly WUQING_TEST_TEMPORAL_ADDRESS: string };
  /** Ends both servers and deletes their data. */
  stop(): Promise<void>;
}

const TEST_FOLDER = join(DATA_FOLDER, 'test');

/** Any free ports: a product that runs on this machine keeps the usual ones. */
const ANY_PORTS = new Proxy({} as Record<TemporalPort, number>, { get: () => 0 }) as TemporalPorts;

/** PostgreSQL (without fsync) and Temporal (with time skipping) with data of this run's own, for any number of runs at once. */
export async function startTestServers(progress: Progress = silentProgress): Promise<TestServers> {
  await clearDeadRuns();
  const folder = join(TEST_FOLDER, String(process.pid));
  mkdirSync(folder, { recursive: true });
  recordProcess(join(folder, 'run'), 'owner', process.pid);
  const postgres = await progress.stage('PostgreSQL', () =>
    startPostgres({ dataDir: join(folder, 'postgres'), port: 0, durable: false }),
  );
  try {
    const temporal = await progress.stage('Temporal', (remark) =>
      temporalOn(postgres, folder, progress, remark),
    );
    return {
      env: {
        WUQING_TEST_DATABASE_URL: postgres.url('postgres'),
        WUQING_TEST_TEMPORAL_ADDRESS: temporal.address,
      },
      async stop() {
        await temporal.process.kill(); // its data is deleted anyway
        await postgres.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function temporalOn(
  postgres: RunningPostgres,
  folder: string,
  { note }: Progress,
  remark: (text: string) => void,
): Promise<RunningTemporal> {
  const programs = await provideTemporalPrograms({
    cache: cacheFolder(process.env),
    env: process.env,
    remark,
    note,
  });
  return startTemporal({
    postgres,
    programs,
    dataDir: join(folder, 'temporal'),
    ports: ANY_PORTS,
    timeSkipping: true,
  });
}

/** A run that was killed left its servers: they are ended and its data deleted. */
async function clearDeadRuns(): Promise<void> {
  if (!existsSync(TEST_FOLDER)) return;
  for (const run of readdirSync(TEST_FOLDER)) {
    const folder = join(TEST_FOLDER, run);
    if (livingProcesses(join(folder, 'run')).length > 0) continue;
    await endLeftovers(join(folder, 'temporal', 'run'));
    await endLeftoverPostmaster(join(folder, 'postgres', 'cluster'));
    rmSync(folder, { recursive: true, force: true });
  }
}
