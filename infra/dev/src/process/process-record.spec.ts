import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineOf, endProcess, isAlive, startMarkOf } from './os-process.js';
import { endLeftovers, forgetProcess, livingProcesses, recordProcess } from './process-record.js';

const STUBBORN =
  "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1e6); console.log('up')";
const OBEDIENT = "setInterval(() => undefined, 1e6); console.log('up')";

describe('processes of an earlier run', () => {
  let folder: string;
  const children: ChildProcess[] = [];

  const sleeper = async (program = OBEDIENT): Promise<number> => {
    const child = spawn(process.execPath, ['-e', program], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(child);
    await once(child.stdout, 'data');
    return child.pid as number;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wuqing-record-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('are known by number and start mark', async () => {
    const pid = await sleeper();
    recordProcess(folder, 'worker', pid);
    expect(livingProcesses(folder)).toEqual([{ name: 'worker', pid, startMark: startMarkOf(pid) }]);
    expect(commandLineOf(pid)).toContain('setInterval');
  });

  it('are not taken for another process that got the same number', async () => {
    const pid = await sleeper();
    writeFileSync(join(folder, 'worker.pid'), `${pid}\n1\n`);
    expect(livingProcesses(folder)).toEqual([]);
    expect(existsSync(join(folder, 'worker.pid'))).toBe(false);
    expect(await endLeftovers(folder)).toEqual([]);
    expect(isAlive(pid)).toBe(true);
  });

  it('are ended and forgotten, except those that are named', async () => {
    const [api, start] = [await sleeper(), await sleeper()];
    recordProcess(folder, 'api', api);
    recordProcess(folder, 'start', start);
    expect(await endLeftovers(folder, ['start'])).toEqual(['api']);
    expect([isAlive(api), isAlive(start)]).toEqual([false, true]);
    expect(livingProcesses(folder).map((record) => record.name)).toEqual(['start']);
    forgetProcess(folder, 'start');
    expect(livingProcesses(folder)).toEqual([]);
  });

  it('are killed when they do not end by themselves', async () => {
    const pid = await sleeper(STUBBORN);
    expect(await endProcess(pid, { signal: 'SIGTERM', withinMs: 100, group: true })).toBe('killed');
    expect(isAlive(pid)).toBe(false);
  });

  it('that are gone have no mark and no command line', async () => {
    const pid = await sleeper();
    expect(await endProcess(pid, { signal: 'SIGTERM', withinMs: 5_000, group: true })).toBe('ended');
    expect([startMarkOf(pid), commandLineOf(pid)]).toEqual([null, null]);
  });

  it('leave no trace in a folder that was never made', () => {
    expect(livingProcesses(join(folder, 'none'))).toEqual([]);
  });
});
