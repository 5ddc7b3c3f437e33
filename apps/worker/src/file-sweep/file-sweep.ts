import { Inject, Injectable } from '@nestjs/common';
import { thumbnailKey, type FileStorage } from '@wuqing/file-storage';
import {
  UnitOfWork,
  forgetSwept,
  idleFiles,
  sweepIfIdle,
  sweptFiles,
  systemActor,
} from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { FILE_STORAGE } from '../settings.js';

const ACTOR = systemActor('file-sweep');
const BATCH = 50;
const IDLE_MS = 60_000;

const IDLE = rowQueue({
  queue: 'file-idle',
  limit: BATCH,
  byTheClock: true,
  find: idleFiles,
  handleOne: (work, { id }, now) => sweepIfIdle(work, id, now),
});

/**
 * Takes away what nobody refers to. First its row says so, then its bytes go, then its row: whoever is killed between two of them
 * has left enough for the next, and a row without bytes is never taken for a file.
 */
@Injectable()
export class FileSweep {
  constructor(
    @Inject(Loops) loops: Loops,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FILE_STORAGE) private readonly storage: FileStorage,
  ) {
    loops.add({ name: 'file-sweep', actor: ACTOR, queues: [IDLE, this.swept()], idleMs: IDLE_MS });
  }

  private swept(): RowQueue {
    return rowQueue({
      queue: 'file-sweep',
      limit: BATCH,
      find: sweptFiles,
      carry: ({ id }) => this.takeAway(id),
    });
  }

  private async takeAway(id: string): Promise<unknown> {
    await this.storage.forgetReceived(id);
    await this.storage.remove(thumbnailKey(id));
    await this.storage.remove(id);
    return this.unitOfWork.run(ACTOR, (work) => forgetSwept(work, id));
  }
}
