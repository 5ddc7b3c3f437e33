import { Inject, Injectable } from '@nestjs/common';
import { hasOldLiveChanges, sweepLiveChanges, systemActor } from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { rowQueue } from '../row-work/row-queue.js';

/** A browser that was away for longer asks for everything again. */
const KEPT_MS = 3_600_000;
const IDLE_MS = 60_000;

const SWEEP = rowQueue({
  queue: 'live-sweep',
  limit: 1,
  find: async (work, { now }) => ((await hasOldLiveChanges(work, now - KEPT_MS)) ? [{ id: 'all' }] : []),
  handleOne: (work, _row, now) => sweepLiveChanges(work, now - KEPT_MS),
});

/** Forgets what was told live long enough ago. */
@Injectable()
export class LiveSweep {
  constructor(@Inject(Loops) loops: Loops) {
    loops.add({
      name: 'live-sweep',
      actor: systemActor('live-sweep'),
      queues: [SWEEP],
      idleMs: IDLE_MS,
    });
  }
}
