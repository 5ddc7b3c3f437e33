import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OrganizationReader, StepLevels, systemActor, type Work } from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';
import {
  BATCH_MAX,
  fireClocks,
  lockDueClocks,
  nearestFiring,
  type LockedClock,
  type WatchDependencies,
} from './fire-due-clocks.js';

const ACTOR = systemActor('deadline-watch');
/** Longest sleep: a clock planned meanwhile is at most this late. */
const SLEEP_MAX_MS = 1_000;
/** In a burst: while one batch is worked out, another is in the database. */
const PARALLEL = 2;

/** The organization is read before the first clock of a burst is due: the batch that asks it holds the locks of 500 cases. */
const ORGANIZATION_BEFORE_MS = 2_000;

/** Fires service-level clocks that are due; any number of replicas may run. */
@Injectable()
export class DeadlineWatch {
  private readonly organization = new OrganizationReader();
  private readonly levels = new StepLevels();
  constructor(@Inject(Loops) loops: Loops) {
    loops.add({
      name: 'deadline-watch',
      actor: ACTOR,
      queues: [this.clocks()],
      idleMs: (work, now) => this.untilNearest(work, now),
    });
  }

  private clocks(): RowQueue {
    const dependencies: WatchDependencies = {
      organizationAt: (work, now) => this.organization.at(work, now),
      levels: this.levels,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
    };
    return rowQueue<LockedClock>({
      queue: 'clock',
      limit: BATCH_MAX,
      byTheClock: true,
      parallel: PARALLEL,
      find: lockDueClocks,
      handleAll: (work, rows, now) => fireClocks(work, rows, now, dependencies),
    });
  }

  private async untilNearest(work: Work, now: number): Promise<number> {
    const nearest = await nearestFiring(work);
    if (nearest === null || nearest - now > ORGANIZATION_BEFORE_MS) return SLEEP_MAX_MS;
    await this.organization.at(work, now);
    return Math.min(SLEEP_MAX_MS, Math.max(50, nearest - Date.now()));
  }
}
