import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, endProcess } from '../process/os-process.js';

/**
 * A parent that was killed leaves PostgreSQL running, and a PostgreSQL that was killed leaves its pid file. The first
 * is shut down (fast: open transactions are rolled back), the second is deleted. True if a server was ended.
 */
export async function endLeftoverPostmaster(clusterFolder: string): Promise<boolean> {
  const pidFile = join(clusterFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const ours = pid > 0 && (commandLineOf(pid)?.includes(clusterFolder) ?? false);
  if (ours) await endProcess(pid, { signal: 'SIGINT', withinMs: 20_000, group: false });
  rmSync(pidFile, { force: true });
  return ours;
}
