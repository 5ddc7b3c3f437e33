import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedProcess } from './managed-process.js';

const folder = mkdtempSync(join(tmpdir(), 'wuqing-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const processWith = (logFile: string): ManagedProcess =>
  new ManagedProcess({
    name: 'talker',
    command: process.execPath,
    args: ['-e', "console.log('ready'); setInterval(() => undefined, 1000)"],
    logFile,
    recordFolder: join(folder, 'run'),
    stopSignal: 'SIGKILL',
    stopWithinMs: 2_000,
    readyWithinMs: 30_000,
    isReady: (printed) => printed.includes('ready'),
  });
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('writes a log that nobody else reads, and closes one that was open', async () => {
  const open = join(folder, 'open.log');
  writeFileSync(open, 'earlier\n');
  chmodSync(open, 0o644);
  for (const logFile of [join(folder, 'logs', 'new.log'), open]) {
    const talker = processWith(logFile);
    await talker.start();
    await talker.stop();
    expect(modeOf(logFile)).toBe('600');
  }
  expect(modeOf(join(folder, 'logs'))).toBe('700');
}, 60_000);
