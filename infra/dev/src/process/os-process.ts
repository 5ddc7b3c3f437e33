import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** True while the operating system knows the process; a zombie (ended, not yet collected) counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** A mark that tells two processes with the same (reused) number apart; null where there is no such process. */
export function startMarkOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  return statFields(pid)?.[19] ?? psColumn(pid, 'lstart');
}

/** The command line, arguments separated by blanks; null where there is no such process. */
export function commandLineOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    return psColumn(pid, 'command'); // no /proc, as on macOS
  }
}

/** Sends `signal`, waits up to `withinMs` for the end, then kills; with `group` the whole process group. */
export async function endProcess(
  pid: number,
  { signal, withinMs, group }: { signal: NodeJS.Signals; withinMs: number; group: boolean },
): Promise<'ended' | 'killed'> {
  const target = group ? -pid : pid;
  send(target, signal);
  if (await goneWithin(pid, withinMs)) return 'ended';
  send(target, 'SIGKILL');
  await goneWithin(pid, 5_000);
  return 'killed';
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function goneWithin(pid: number, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await pause(20);
  }
  return true;
}

/** The fields of /proc/<pid>/stat after the program's name (which may hold blanks): state first, start time twentieth. */
function statFields(pid: number): string[] | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    const text = readFileSync(file, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null; // it ended between the two lines above
  }
}

function psColumn(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null; // ps ends with 1 where there is no such process
  }
}
