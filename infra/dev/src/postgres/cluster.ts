import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.js';
import type { PostgresPrograms } from './postgres-programs.js';
import type { PostgresUser } from './postgres-user.js';

export const OWNER = 'wuqing';

export interface Cluster {
  /** PostgreSQL's own data directory. */
  readonly folder: string;
  readonly password: string;
}

/** The database cluster below `dataDir`, made on first use; made aside and then renamed, so that it is whole or not there. */
export async function ensureCluster(
  dataDir: string,
  programs: PostgresPrograms,
  user: PostgresUser,
): Promise<Cluster> {
  const folder = join(dataDir, 'cluster');
  const passwordFile = join(dataDir, 'owner-password');
  if (!existsSync(folder)) {
    const password = randomBytes(18).toString('base64url');
    const fresh = `${folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    for (const path of [fresh, passwordFile]) give(path, user);
    await runCommand(programs.initdb, initdbArguments(fresh, passwordFile), user);
    renameSync(fresh, folder);
  }
  return { folder, password: readFileSync(passwordFile, 'utf8').trim() };
}

/** The built-in locale is the same on every machine: what sorts here sorts so everywhere. */
function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ];
}

function give(path: string, { uid, gid }: PostgresUser): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
