import { Logger } from '@nestjs/common';
import type { Actor, ClockCheck, UnitOfWork, Work } from '@wuqing/persistence';
import { EachRow } from './row-work/each-row.js';
import type { RowQueue } from './row-work/row-queue.js';

export interface RepeatedWorkOptions {
  readonly name: string;
  readonly actor: Actor;
  /** What there is to do, in order. A loop handles rows, and it handles them through queues only. */
  readonly queues: readonly RowQueue[];
  /** Pause after a beat that found nothing more, in ms, or what it is asked of. */
  readonly idleMs: number | ((work: Work, now: number) => Promise<number>);
  /** Pause after a beat that found more than it could take, in ms; none where absent. */
  readonly paceMs?: number;
}

export interface LoopDoors {
  readonly unitOfWork: UnitOfWork;
  readonly clock: ClockCheck;
}

/** Pause after a beat that failed, in ms. */
const PAUSE_AFTER_FAILURE_MS = 1_000;

/** A loop over queues that survives its failures, says each once, and ends between two beats. */
export class RepeatedWork {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private readonly rows: EachRow;
  private running: Promise<void> = Promise.resolve();
  private readonly lastFailures = new Map<string, string>();

  constructor(
    private readonly doors: LoopDoors,
    private readonly options: RepeatedWorkOptions,
  ) {
    this.logger = new Logger(options.name);
    this.rows = new EachRow({
      ...doors,
      actor: options.actor,
      now: () => Date.now(),
      say: (sentence) => this.logger.warn(sentence),
    });
  }

  start(): void {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.rows.drain();
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) await this.pause(await this.beat());
  }

  /** A queue that cannot even be looked at keeps none of the others waiting. */
  private async beat(): Promise<number> {
    let isMore = false;
    let hasFailed = false;
    for (const queue of this.options.queues) {
      const answer = await this.survived(queue.queue, () => this.rows.handle(queue));
      if (answer === true) isMore = true;
      if (answer === 'failed') hasFailed = true;
    }
    if (hasFailed) return PAUSE_AFTER_FAILURE_MS;
    if (isMore) return this.options.paceMs ?? 0;
    const idle = await this.survived('pause', () => this.idle());
    return idle === 'failed' ? PAUSE_AFTER_FAILURE_MS : idle;
  }

  private async idle(): Promise<number> {
    const { idleMs, actor } = this.options;
    if (typeof idleMs === 'number') return idleMs;
    return this.doors.unitOfWork.run(actor, (work) => idleMs(work, Date.now()));
  }

  private async survived<T>(what: string, perform: () => Promise<T>): Promise<T | 'failed'> {
    try {
      const value = await perform();
      if (this.lastFailures.delete(what)) this.logger.log(`${what}: goes on again`);
      return value;
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      if (failure !== this.lastFailures.get(what)) this.logger.warn(`${what}: ${failure}`);
      this.lastFailures.set(what, failure);
      return 'failed';
    }
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    if (ms <= 0 || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
    });
  }
}
