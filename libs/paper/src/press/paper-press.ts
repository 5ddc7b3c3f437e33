import { Worker } from 'node:worker_threads';
import type { Dossier, Imprint } from '../dossier.js';
import type { PaperLetter } from '../letter.js';
import { firstImprint, firstPaper } from './first-paper.js';
import type { PressNews, PressOrder } from './press-thread.js';
import { threadEntry, threadOptions } from './thread-entry.js';

export interface PressLimits {
  /** Of one paper, in ms, the start of the thread among it. */
  readonly printingMsMax: number;
  readonly heapMbMax: number;
  /** Papers that may wait behind the one that is printed. */
  readonly waitingMax: number;
}

/** An answer is given within 18 s, and those who wait are answered too. */
export const pressLimits: PressLimits = { printingMsMax: 15_000, heapMbMax: 512, waitingMax: 4 };

/** `busy`: as many wait as may; `too-much`: it was not done within the bounds of time and memory. */
export type PressAnswer = { readonly pdf: Uint8Array } | { readonly refused: 'busy' | 'too-much' };

export interface Press {
  print(dossier: Dossier, imprint: Imprint): Promise<PressAnswer>;
  printLetter(letter: PaperLetter, imprint: Imprint): Promise<PressAnswer>;
}

/** Prints one paper at a time in a thread of its own, so that nobody else waits for it. */
export class PaperPress implements Press {
  private thread: Worker | undefined;
  private line: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly limits: PressLimits = pressLimits) {}

  print(dossier: Dossier, imprint: Imprint): Promise<PressAnswer> {
    return this.inLine({ dossier, imprint });
  }

  printLetter(letter: PaperLetter, imprint: Imprint): Promise<PressAnswer> {
    return this.inLine({ letter, imprint });
  }

  /** Throws what went wrong in the thread for another reason than its bounds. */
  private async inLine(order: PressOrder): Promise<PressAnswer> {
    if (this.waiting > this.limits.waitingMax) return { refused: 'busy' };
    this.waiting += 1;
    const answer = this.line.then(() => this.ordered(order));
    this.line = answer.catch(() => undefined);
    try {
      return await answer;
    } finally {
      this.waiting -= 1;
    }
  }

  /**
   * Begins the thread and lets it print a paper that nobody gets, so that the first one that somebody waits for comes as fast as
   * the others. It holds no place among those that may wait.
   */
  async begin(): Promise<void> {
    const first = this.line.then(() => this.ordered({ dossier: firstPaper, imprint: firstImprint }));
    this.line = first.catch(() => undefined);
    await first;
  }

  /** Ends the thread; the next paper begins another one. */
  async end(): Promise<void> {
    const ended = this.thread?.terminate();
    this.thread = undefined;
    await ended;
  }

  private ordered(order: PressOrder): Promise<PressAnswer> {
    const { printingMsMax } = this.limits;
    const worker = (this.thread ??= this.begun());
    worker.ref();
    worker.postMessage(order);
    return new Promise<PressAnswer>((resolve, reject) => {
      const settle = (act: () => void, isAlive: boolean): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        if (isAlive)
          worker.unref(); // an idle thread keeps nobody's process alive
        else this.thread = undefined;
        act();
      };
      const onMessage = ({ pdf }: PressNews): void => settle(() => resolve({ pdf }), true);
      const onError = (error: Error): void =>
        settle(() => (isOutOfMemory(error) ? resolve({ refused: 'too-much' }) : reject(error)), false);
      const onExit = (code: number): void =>
        settle(() => reject(new Error(`Expected a paper, the thread ended with ${code}`)), false);
      const timer = setTimeout(() => {
        settle(() => resolve({ refused: 'too-much' }), false);
        void worker.terminate();
      }, printingMsMax);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  private begun(): Worker {
    return new Worker(threadEntry, {
      ...threadOptions,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMbMax },
    });
  }
}

const isOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
