import { Logger } from '@nestjs/common';

export interface RepeatedWorkOptions {
  readonly name: string;
  /** One beat; answers how many ms to wait before the next, 0 for at once. */
  readonly beat: () => Promise<number>;
  /** Pause after a beat that failed, in ms. */
  readonly pauseAfterFailureMs?: number;
}

/** A loop that survives its failures, says each once, and ends between two beats. */
export class RepeatedWork {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private lastFailure: string | undefined;

  constructor(private readonly options: RepeatedWorkOptions) {
    this.logger = new Logger(options.name);
  }

  start(): void {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) await this.pause(await this.beat());
  }

  private async beat(): Promise<number> {
    try {
      const waitMs = await this.options.beat();
      if (this.lastFailure) this.logger.log('goes on again');
      this.lastFailure = undefined;
      return waitMs;
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      if (failure !== this.lastFailure) this.logger.warn(failure);
      this.lastFailure = failure;
      return this.options.pauseAfterFailureMs ?? 1_000;
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
