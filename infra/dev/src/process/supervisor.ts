import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedProcess } from './managed-process.js';

export interface SupervisorOptions {
  readonly note: (line: string) => void;
  /** First wait before a restart; doubles with each crash up to `longestMs`, and falls back after a minute's good run. */
  readonly firstMs?: number;
  readonly longestMs?: number;
}

const GOOD_RUN_MS = 60_000;

/** Keeps the servers of one run: starts them again when they crash, ends them in reverse order. */
export class Supervisor {
  private readonly processes: ManagedProcess[] = [];
  private readonly stopping = new AbortController();

  constructor(private readonly options: SupervisorOptions) {}

  /** Takes a process into care before it starts: `stopAll` will end it. Throws once everything is being ended. */
  readonly adopt = (process: ManagedProcess): void => {
    if (this.stopping.signal.aborted)
      throw new Error(`Expected no new process while ending, found ${process.name}`);
    this.processes.push(process);
  };

  /** Adopts and starts it, then watches over it. */
  async run(process: ManagedProcess): Promise<void> {
    this.adopt(process);
    await process.start();
    this.watch(process);
  }

  /** From now on a crash of this running process is answered with a restart. */
  watch(process: ManagedProcess): void {
    void this.restartForEver(process);
  }

  /** Ends all, the last started first; a process in the middle of its start is ended too. */
  async stopAll(): Promise<void> {
    this.stopping.abort();
    for (const process of [...this.processes].reverse()) await process.stop();
  }

  private async restartForEver(process: ManagedProcess): Promise<void> {
    const { note, firstMs = 500, longestMs = 30_000 } = this.options;
    let waitMs = firstMs;
    for (;;) {
      const began = performance.now();
      const how = await process.ended();
      if (this.stopping.signal.aborted || process.isStopping) return;
      if (performance.now() - began > GOOD_RUN_MS) waitMs = firstMs;
      note(`${process.name}: ${how}; starting it again in ${waitMs / 1000} s (log: ${process.plan.logFile})`);
      if (!(await this.waited(waitMs))) return;
      waitMs = Math.min(2 * waitMs, longestMs);
      await this.restart(process);
    }
  }

  private async restart(process: ManagedProcess): Promise<void> {
    try {
      await process.start();
      this.options.note(`${process.name} is back`);
    } catch (error) {
      if (!this.stopping.signal.aborted) this.options.note((error as Error).message.split('\n', 1)[0] ?? '');
    }
  }

  /** False if everything is being ended meanwhile. */
  private async waited(ms: number): Promise<boolean> {
    try {
      await pause(ms, undefined, { signal: this.stopping.signal });
      return true;
    } catch {
      return false;
    }
  }
}
