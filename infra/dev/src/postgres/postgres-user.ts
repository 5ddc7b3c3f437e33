import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { runCommand } from '../process/run-command.js';
import { SetupFailure } from '../setup-failure.js';

/** The OS user the database server runs as; empty: the one who started us. */
export interface PostgresUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: root's servers run as the OS user `postgres`, who is made where missing. */
export async function postgresUser(): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return {};
  try {
    return await idsOf('postgres');
  } catch {
    try {
      await runCommand('groupadd', ['--system', '--force', 'postgres']);
      await runCommand('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']);
      return await idsOf('postgres');
    } catch (error) {
      throw new SetupFailure(
        'PostgreSQL does not run as root and the OS user `postgres` cannot be made ' +
          `(${(error as Error).message.trim()}): make that user, or start as an ordinary user.`,
      );
    }
  }
}

/**
 * Closes a folder of ours to everybody else, whatever the umask. Root's servers run as another user, who may pass through
 * it to what is theirs, and see nothing on the way.
 */
export function keepPrivate(folder: string): void {
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

async function idsOf(name: string): Promise<Required<PostgresUser>> {
  const [uid, gid] = await Promise.all([runCommand('id', ['-u', name]), runCommand('id', ['-g', name])]);
  return { uid: Number(uid), gid: Number(gid) };
}

export interface FolderRights {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** Whether `user` may pass through a folder with these rights (POSIX: the first class that fits decides). */
export function mayEnter(user: Required<PostgresUser>, { uid, gid, mode }: FolderRights): boolean {
  if (user.uid === 0) return true;
  if (user.uid === uid) return (mode & 0o100) !== 0;
  if (user.gid === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Throws a sentence if a folder on the way to `path` is closed to the user that PostgreSQL runs as. */
export function requireReachable(user: PostgresUser, path: string): void {
  const { uid, gid } = user;
  if (uid === undefined || gid === undefined) return;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const rights = statSync(folder, { throwIfNoEntry: false });
    if (rights && !mayEnter({ uid, gid }, rights)) throw closed(folder);
    if (folder === dirname(folder)) return;
  }
}

function closed(folder: string): SetupFailure {
  return new SetupFailure(
    `PostgreSQL runs as the OS user \`postgres\`, who may not enter ${folder}: move the checkout to a folder that ` +
      `others may enter (for example /srv), or open this one with \`chmod o+x ${folder}\`, or start as an ordinary user.`,
  );
}
