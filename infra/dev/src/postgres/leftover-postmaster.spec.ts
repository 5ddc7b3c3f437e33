import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../process/os-process.js';
import { endLeftoverPostmaster } from './leftover-postmaster.js';

describe('a leftover postmaster.pid', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-postmaster-'));
  const pidFile = join(folder, 'postmaster.pid');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const sleeper = async (...args: string[]) => {
    const program =
      "process.on('SIGINT', () => process.exit()); setInterval(() => undefined, 1e6); console.log('up')";
    const child = spawn(process.execPath, ['-e', program, '--', ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    return { child, pid: child.pid as number };
  };

  it('does not trouble a folder without one', async () => {
    expect(await endLeftoverPostmaster(folder)).toBe(false);
  });

  it('of a dead server is deleted', async () => {
    const { child, pid } = await sleeper();
    child.kill('SIGKILL');
    await once(child, 'exit');
    writeFileSync(pidFile, `${pid}\n${folder}\n`);
    expect(await endLeftoverPostmaster(folder)).toBe(false);
    expect(existsSync(pidFile)).toBe(false);
  });

  it('whose number now belongs to another program is deleted, the program left alone', async () => {
    const { child, pid } = await sleeper();
    writeFileSync(pidFile, `${pid}\n${folder}\n`);
    expect(await endLeftoverPostmaster(folder)).toBe(false);
    expect([existsSync(pidFile), isAlive(pid)]).toEqual([false, true]);
    child.kill('SIGKILL');
  });

  it('of a server of this folder ends that server', async () => {
    const { pid } = await sleeper('-D', folder);
    writeFileSync(pidFile, `${pid}\n${folder}\n`);
    expect(await endLeftoverPostmaster(folder)).toBe(true);
    expect([existsSync(pidFile), isAlive(pid)]).toEqual([false, false]);
  });
});
