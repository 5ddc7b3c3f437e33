import { Worker } from 'node:worker_threads';
import type { Problem } from '@wuqing/bpmn-definition';
import { Bug, err, type Result } from '@wuqing/kernel';
import type { ThreadAnswer, ThreadQuestion } from './definition-thread.js';
import type { DefinitionFile, FileKind, Readings } from './read-definition.js';
import type { ReadingLimits } from './reading-limits.js';
import { threadEntry, threadOptions } from './thread-entry.js';

const refusal = (rule: string, message: string): Result<never, Problem[]> =>
  err([{ severity: 'error', rule, message }]);
const tooSlow = refusal('reading-time', '文件过于复杂，检查超时，请拆成几个文件或简化后再上传。');
const tooBig = refusal('reading-memory', '文件过于复杂，检查所需内存超限，请拆成几个文件或简化后再上传。');

/** One thread that reads one file at a time. After a refusal for time or memory it is gone: `alive` says so. */
export class ReadingThread {
  alive = true;
  private readonly worker: Worker;
  private readonly ready: Promise<ThreadAnswer>;

  constructor(private readonly limits: ReadingLimits) {
    const { heapMbMax } = limits;
    this.worker = new Worker(threadEntry, {
      ...threadOptions,
      resourceLimits: { maxOldGenerationSizeMb: heapMbMax, maxYoungGenerationSizeMb: 16 },
    });
    this.worker.once('exit', () => (this.alive = false));
    const never = new Bug(`Expected a thread to be ready within ${limits.startingMsMax} ms`);
    this.ready = this.next(limits.startingMsMax, () => Promise.reject(never));
  }

  /** The answer about a file within the limits. Throws for what is our fault: a thread that never starts, or a bug. */
  async read<Kind extends FileKind>(
    kind: Kind,
    file: DefinitionFile,
  ): Promise<Result<Readings[Kind], Problem[]>> {
    this.worker.ref();
    try {
      await this.ready;
      const answer = this.next(this.limits.readingMsMax, () => Promise.resolve(tooSlow));
      this.worker.postMessage({ kind, file } satisfies ThreadQuestion);
      return (await answer) as Result<Readings[Kind], Problem[]>;
    } finally {
      this.worker.unref(); // an idle thread keeps nobody's process alive
    }
  }

  async end(): Promise<void> {
    this.alive = false;
    await this.worker.terminate();
  }

  /** The next thing that the thread says; `late` answers, and the thread ends, when it says nothing for `ms`. */
  private next(ms: number, late: () => Promise<ThreadAnswer>): Promise<ThreadAnswer> {
    const { worker } = this;
    return new Promise<ThreadAnswer>((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        act();
      };
      const onMessage = (answer: ThreadAnswer): void => settle(() => resolve(answer));
      const onError = (error: Error): void => {
        this.alive = false;
        settle(() => (isOutOfMemory(error) ? resolve(tooBig) : reject(error)));
      };
      const onExit = (code: number): void =>
        settle(() => reject(new Bug(`Expected a thread to answer, it ended with ${code}`)));
      const timer = setTimeout(() => {
        settle(() => resolve(late()));
        void this.end();
      }, ms);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }
}

const isOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
