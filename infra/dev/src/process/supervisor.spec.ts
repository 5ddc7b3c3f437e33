import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedProcess, type ProcessPlan } from './managed-process.js';
import { isAlive } from './os-process.js';
import { livingProcesses } from './process-record.js';
import { Supervisor } from './supervisor.js';

/** Says it is up; on SIGTERM writes its name into the file and ends. */
const CHILD = `
  const { appendFileSync } = require('node:fs');
  const [name, ends] = process.argv.slice(1);
  process.on('SIGTERM', () => { appendFileSync(ends, name + ' '); process.exit(0); });
  setInterval(() => undefined, 1e6);
  console.log(name + ' ready');
`;

describe('supervised processes', () => {
  let folder: string;
  let notes: string[];
  let onNote: (line: string) => void;
  let supervisor: Supervisor;

  const plan = (name: string, program = CHILD, more: Partial<ProcessPlan> = {}): ProcessPlan => ({
    name,
    command: process.execPath,
    args: ['-e', program, name, join(folder, 'ends')],
    logFile: join(folder, 'logs', `${name}.log`),
    recordFolder: join(folder, 'run'),
    stopSignal: 'SIGTERM',
    stopWithinMs: 5_000,
    readyWithinMs: 20_000,
    isReady: (printed) => printed.includes(`${name} ready`),
    ...more,
  });
  const noted = (text: string): Promise<void> =>
    new Promise((resolve) => {
      onNote = (line) => (line.includes(text) ? resolve() : undefined);
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wuqing-supervisor-'));
    notes = [];
    onNote = () => undefined;
    const note = (line: string): void => (notes.push(line), onNote(line));
    supervisor = new Supervisor({ note, firstMs: 10, longestMs: 40 });
  });
  afterEach(async () => {
    await supervisor.stopAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it('end in the reverse order of their start and leave no record', async () => {
    for (const name of ['first', 'second', 'third']) await supervisor.run(new ManagedProcess(plan(name)));
    expect(livingProcesses(join(folder, 'run')).map((record) => record.name)).toEqual([
      'first',
      'second',
      'third',
    ]);
    await supervisor.stopAll();
    expect(readFileSync(join(folder, 'ends'), 'utf8')).toBe('third second first ');
    expect(livingProcesses(join(folder, 'run'))).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('start again after a crash, with a word about it', async () => {
    const worker = new ManagedProcess(plan('worker'));
    await supervisor.run(worker);
    const before = worker.pid;
    const back = noted('worker is back');
    await worker.kill();
    await back;
    expect(worker.pid).not.toBe(before);
    expect(isAlive(worker.pid as number)).toBe(true);
    expect(notes[0]).toContain('worker: it was ended by SIGKILL; starting it again in 0.01 s');
  });

  it('are tried again and again, with longer waits, while they cannot start', async () => {
    const marker = join(folder, 'broken');
    const program = `if (require('node:fs').existsSync(${JSON.stringify(marker)})) process.exit(3);${CHILD}`;
    const worker = new ManagedProcess(plan('worker', program));
    await supervisor.run(worker);
    appendFileSync(marker, '');
    const thirdTry = noted('in 0.04 s');
    await worker.kill();
    await thirdTry;
    rmSync(marker);
    await noted('worker is back');
    expect(
      notes
        .filter((line) => line.includes('starting it again'))
        .map((line) => line.match(/in ([\d.]+) s/)?.[1]),
    ).toEqual(expect.arrayContaining(['0.01', '0.02', '0.04']));
  });

  it('that fail at their first start throw with the end of their log, and nothing is left running', async () => {
    const broken = new ManagedProcess(plan('api', "console.error('no such role'); process.exit(7)"));
    await expect(supervisor.run(broken)).rejects.toThrow(/api.*it ended with 7\n.*no such role/s);
    expect(broken.pid).toBeNull();
  });

  it('that are never ready are ended', async () => {
    const slow = new ManagedProcess(plan('api', CHILD, { readyWithinMs: 50, isReady: () => false }));
    await expect(supervisor.run(slow)).rejects.toThrow('not ready in 0.05 s');
    expect(slow.pid).toBeNull();
  });

  it('that cannot be found are told as such', async () => {
    const missing = new ManagedProcess(plan('api', CHILD, { command: join(folder, 'no-such-program') }));
    await expect(supervisor.run(missing)).rejects.toThrow('could not be started');
  });

  it('are not taken into care any more once everything is being ended', async () => {
    await supervisor.stopAll();
    await expect(supervisor.run(new ManagedProcess(plan('late')))).rejects.toThrow(
      'Expected no new process while ending',
    );
  });

  it('in the middle of their start are ended too', async () => {
    const starting = supervisor.run(new ManagedProcess(plan('slow', CHILD, { isReady: () => false })));
    const failed = expect(starting).rejects.toThrow('Expected slow');
    await supervisor.stopAll();
    await failed;
    expect(livingProcesses(join(folder, 'run'))).toEqual([]);
  });

  it('see only what was printed since this start as their readiness', async () => {
    const worker = new ManagedProcess(plan('worker'));
    await worker.start();
    await worker.stop();
    const mute = new ManagedProcess(
      plan('worker', 'setInterval(() => undefined, 1e6)', { readyWithinMs: 50 }),
    );
    await expect(mute.start()).rejects.toThrow('not ready');
  });
});
