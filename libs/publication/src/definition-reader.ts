import type { Compiled, Problem } from '@wuqing/bpmn-definition';
import { err, type Result } from '@wuqing/kernel';
import type { CheckedDecisions } from './check-decisions.js';
import type { DefinitionFile, FileKind, Readings } from './read-definition.js';
import { readingLimits, type ReadingLimits } from './reading-limits.js';
import { ReadingThread } from './reading-thread.js';

/** Why a file was not read to the end: what is wrong with it, or that too many others are before it. */
export type ReadingRefusal =
  { readonly reason: 'invalid'; readonly problems: readonly Problem[] } | { readonly reason: 'busy' };

/**
 * Reads, lints and compiles files that strangers send, in threads with limits of time and memory, so that the caller's
 * event loop only hands over and takes back. Threads start when they are needed and stay; one that met a limit is
 * replaced. `close` ends them all.
 */
export class DefinitionReader {
  private readonly idle: ReadingThread[] = [];
  private readonly threads = new Set<ReadingThread>();
  private readonly waiting: (() => void)[] = [];
  private reading = 0;

  constructor(private readonly limits: ReadingLimits = readingLimits) {}

  /** `checkDefinition` of a foreign file, or `busy` at once where the queue is full. */
  read(file: DefinitionFile): Promise<Result<Compiled, ReadingRefusal>> {
    return this.readInTurn('process', file);
  }

  /** `checkDecisions` of a foreign file, in the same threads and the same queue. */
  readDecisions(file: DefinitionFile): Promise<Result<CheckedDecisions, ReadingRefusal>> {
    return this.readInTurn('decisions', file);
  }

  async close(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private async readInTurn<Kind extends FileKind>(
    kind: Kind,
    file: DefinitionFile,
  ): Promise<Result<Readings[Kind], ReadingRefusal>> {
    if (this.reading >= this.limits.threadsMax) {
      if (this.waiting.length >= this.limits.waitingMax) return err({ reason: 'busy' });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.reading++;
    try {
      const answer = await this.readNow(kind, file);
      return answer.ok ? answer : err({ reason: 'invalid', problems: answer.error });
    } finally {
      const next = this.waiting.shift();
      if (next)
        next(); // it takes this one's place
      else this.reading--;
    }
  }

  private async readNow<Kind extends FileKind>(
    kind: Kind,
    file: DefinitionFile,
  ): Promise<Result<Readings[Kind], Problem[]>> {
    const thread = this.idle.pop() ?? this.started();
    try {
      return await thread.read(kind, file);
    } finally {
      if (thread.alive) this.idle.push(thread);
      else this.threads.delete(thread);
    }
  }

  private started(): ReadingThread {
    const thread = new ReadingThread(this.limits);
    this.threads.add(thread);
    return thread;
  }
}
