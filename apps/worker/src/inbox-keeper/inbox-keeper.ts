import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  foldInboxCounts,
  hasInboxChanges,
  inboxSlice,
  mendInboxCounts,
  mendInboxTasks,
  mendTally,
  systemActor,
  type DueRow,
  type Work,
} from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';

const IDLE_MS = 2_000;
/** Entries are held against their tasks slice by slice, all of them about once in so long. */
const CHECK_EVERY_MS = 6 * 3_600_000;
const TASKS_AT_ONCE = 2_000;

/**
 * Adds up what has changed of the counts of inboxes, and holds entries and counts against the tasks that they are made of: what
 * differs is named and put right, and so are the supervisor's numbers of cases. The transactions that change a task or a case keep
 * all of it by themselves; this finds what went past them.
 */
@Injectable()
export class InboxKeeper {
  private readonly logger = new Logger('inbox-keeper');
  private checkedAt: number | undefined;
  private after: string | null = null;

  constructor(@Inject(Loops) loops: Loops) {
    loops.add({
      name: 'inbox-keeper',
      actor: systemActor('inbox-keeper'),
      queues: [this.counts(), this.check()],
      idleMs: IDLE_MS,
      paceMs: IDLE_MS,
    });
  }

  private counts(): RowQueue {
    return rowQueue({
      queue: 'inbox-count',
      limit: 1,
      find: async (work) => ((await hasInboxChanges(work)) ? [{ id: 'all' }] : []),
      handleOne: (work) => foldInboxCounts(work),
    });
  }

  private check(): RowQueue {
    return rowQueue({
      queue: 'inbox-check',
      limit: 1,
      find: (_work, { now }): Promise<DueRow[]> =>
        Promise.resolve(this.isDue(now) ? [{ id: 'next-slice' }] : []),
      handleOne: (work, _row, now) => this.checkSlice(work, now),
    });
  }

  private isDue(now: number): boolean {
    return this.checkedAt === undefined || this.after !== null || now - this.checkedAt >= CHECK_EVERY_MS;
  }

  private async checkSlice(work: Work, now: number): Promise<void> {
    const { stray, last } = await inboxSlice(work, this.after, TASKS_AT_ONCE);
    if (stray.length > 0) {
      this.logger.warn(
        `the inbox entries of ${stray.length} tasks were not what their rows say: ${stray.slice(0, 5).join(', ')}`,
      );
      await mendInboxTasks(work, stray);
    }
    this.after = last;
    if (last !== null) return;
    this.checkedAt = now;
    const counts = await mendInboxCounts(work);
    if (counts.length > 0)
      this.logger.warn(
        `${counts.length} counts of inboxes were not what their entries add up to, the first by ${counts[0]!.difference}`,
      );
    const tallies = await mendTally(work);
    if (tallies.length > 0)
      this.logger.warn(
        `${tallies.length} numbers of cases were not what the cases add up to, the first of ${tallies[0]!.processKey} in ${tallies[0]!.unitId}`,
      );
  }
}
