import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startMarkOf } from '../process/os-process.js';

/**
 * Runs `work` while no other process on this machine runs one under the same lock file. The lock names its holder, so
 * one that was killed does not keep it.
 */
export async function withLock<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    onWait();
    await pause(250);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n${startMarkOf(process.pid)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

/** A file without its two lines is one being written at this moment, unless it has been so for a while. */
function isAbandoned(file: string): boolean {
  try {
    const [pid, startMark] = readFileSync(file, 'utf8').split('\n');
    if (pid && startMark) return startMarkOf(Number(pid)) !== startMark;
    return performance.timeOrigin + performance.now() - statSync(file).mtimeMs > 10_000;
  } catch {
    return false; // given back in between
  }
}
