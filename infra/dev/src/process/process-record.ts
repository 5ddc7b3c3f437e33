import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, startMarkOf } from './os-process.js';

/** A process of ours written down in `<folder>/<name>.pid`: number and start mark, so that a reused number is not taken for it. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  readonly startMark: string;
}

export function recordProcess(folder: string, name: string, pid: number): void {
  mkdirSync(folder, { recursive: true });
  const startMark = startMarkOf(pid);
  if (startMark !== null) writeFileSync(join(folder, `${name}.pid`), `${pid}\n${startMark}\n`);
}

export function forgetProcess(folder: string, name: string): void {
  rmSync(join(folder, `${name}.pid`), { force: true });
}

/** The recorded processes that still live; records of dead ones are deleted. */
export function livingProcesses(folder: string): ProcessRecord[] {
  const living: ProcessRecord[] = [];
  for (const name of recordedNames(folder)) {
    const [pid, startMark] = readFileSync(join(folder, `${name}.pid`), 'utf8').split('\n');
    if (pid && startMark && startMarkOf(Number(pid)) === startMark)
      living.push({ name, pid: Number(pid), startMark });
    else forgetProcess(folder, name);
  }
  return living;
}

/** Ends what an earlier run that was killed left behind, whole process groups; gives their names. */
export async function endLeftovers(folder: string, except: readonly string[] = []): Promise<string[]> {
  const leftovers = livingProcesses(folder).filter((record) => !except.includes(record.name));
  await Promise.all(
    leftovers.map(async ({ name, pid }) => {
      await endProcess(pid, { signal: 'SIGTERM', withinMs: 10_000, group: true });
      forgetProcess(folder, name);
    }),
  );
  return leftovers.map((record) => record.name);
}

function recordedNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.pid'))
      .map((file) => file.slice(0, -'.pid'.length))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
