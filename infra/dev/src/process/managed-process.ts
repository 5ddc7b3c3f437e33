import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess } from './os-process.js';
import { forgetProcess, recordProcess } from './process-record.js';

export interface ProcessPlan {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Everything it prints is appended here: it has no pipe to us that could break. */
  readonly logFile: string;
  /** Where its `.pid` is written, so that a later run can end it if we are killed. */
  readonly recordFolder: string;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMs: number;
  readonly readyWithinMs: number;
  /** Runs before each start. */
  readonly prepare?: () => Promise<void>;
  /** True as soon as it serves; `printed` is what it has written to its log since this start. Asked every 25 ms. */
  readonly isReady: (printed: string) => Promise<boolean> | boolean;
}

/** One run of the program. */
interface Running {
  readonly pid: number;
  readonly ended: Promise<string>;
  end: string | null;
}

const LARGEST_LOG = 20_000_000;
/** A log names what went on in cases: it is nobody's but whoever runs the servers. */
const FOR_OWNER = 0o600;

/**
 * A server of ours as an own process in an own process group: Ctrl-C in the terminal reaches only us, and we end our
 * servers in order. It outlives us when we are killed; its record leads the next run to it.
 */
export class ManagedProcess {
  private running: Running | null = null;
  private stopping = false;

  constructor(readonly plan: ProcessPlan) {}

  get name(): string {
    return this.plan.name;
  }

  /** Null while it does not run. */
  get pid(): number | null {
    return this.running && this.running.end === null ? this.running.pid : null;
  }

  /** How the present or last run ended, once it has; never settles for one that was not started. */
  async ended(): Promise<string> {
    return this.running ? this.running.ended : new Promise(() => undefined);
  }

  /** Starts it and waits until it serves; throws with the end of its log if it ends before or is too slow. */
  async start(): Promise<void> {
    if (this.pid !== null) return;
    this.stopping = false;
    await this.plan.prepare?.();
    const logFrom = startLog(this.plan.logFile);
    if (this.stopping) throw new Error(`Expected ${this.name} to start, it was stopped before`);
    this.running = this.spawn();
    const trouble = await this.troubleBeforeReady(this.running, logFrom);
    if (trouble === null) return;
    await this.end();
    const words = lastWords(readLog(this.plan.logFile, logFrom));
    throw new Error(
      `Expected ${this.name} to serve, found: ${trouble}\n${words}\nmore in ${this.plan.logFile}`,
    );
  }

  private async troubleBeforeReady(running: Running, logFrom: number): Promise<string | null> {
    const { logFile, readyWithinMs, isReady } = this.plan;
    const until = performance.now() + readyWithinMs;
    for (;;) {
      const ready = await isReady(readLog(logFile, logFrom));
      if (running.end !== null) return running.end; // whoever answers now, it is not this one
      if (ready) return null;
      if (performance.now() > until) return `not ready in ${readyWithinMs / 1000} s`;
      await pause(25);
    }
  }

  /** Asks it to end, waits, and kills it when its time is over. True if it was asked here and not already gone. */
  async stop(): Promise<boolean> {
    this.stopping = true;
    return this.end();
  }

  private async end(): Promise<boolean> {
    const pid = this.pid;
    if (pid === null) return false;
    await endProcess(pid, { signal: this.plan.stopSignal, withinMs: this.plan.stopWithinMs, group: false });
    await this.running?.ended;
    return true;
  }

  /** A blow without warning, as tests of faults deal it. */
  async kill(): Promise<void> {
    const { running, pid } = this;
    if (pid === null) return;
    process.kill(-pid, 'SIGKILL');
    await running?.ended;
  }

  /** True from `stop()` on: an end is then no crash. */
  get isStopping(): boolean {
    return this.stopping;
  }

  private spawn(): Running {
    const { command, args, env, cwd, uid, gid, logFile, recordFolder } = this.plan;
    const log = openSync(logFile, 'a', FOR_OWNER);
    chmodSync(logFile, FOR_OWNER); // an earlier release left it open to everybody
    try {
      const child = spawn(command, args, { env, cwd, uid, gid, detached: true, stdio: ['ignore', log, log] });
      if (child.pid !== undefined) recordProcess(recordFolder, this.name, child.pid);
      const running: Running = { pid: child.pid ?? -1, end: null, ended: Promise.resolve('') };
      const ended = new Promise<string>((resolve) => {
        const finish = (how: string): void => {
          running.end = how;
          forgetProcess(recordFolder, this.name);
          resolve(how);
        };
        child.once('error', (error) => finish(`it could not be started (${error.message})`));
        child.once('exit', (code, signal) =>
          finish(signal ? `it was ended by ${signal}` : `it ended with ${code}`),
        );
      });
      return Object.assign(running, { ended });
    } finally {
      closeSync(log);
    }
  }
}

/** Makes room for a log and tells where the next run's lines begin. */
function startLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGEST_LOG) return size;
  rmSync(`${file}.1`, { force: true });
  renameSync(file, `${file}.1`);
  return 0;
}

const WORDS_MAX = 1_000;

/** What a program said last, without the frames of a stack, which stand in its log. */
const lastWords = (printed: string): string =>
  printed
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(-5)
    .join('\n')
    .slice(-WORDS_MAX);

function readLog(file: string, from: number): string {
  const log = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(256_000);
    return buffer.toString('utf8', 0, readSync(log, buffer, 0, buffer.length, from));
  } finally {
    closeSync(log);
  }
}
