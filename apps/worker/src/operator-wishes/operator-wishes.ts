import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { UnitOfWork, grantRetry, openRetries, systemActor } from '@wuqing/persistence';
import { RepeatedWork } from '../repeated-work.js';
import { rowQueue } from '../row-work/row-queue.js';

const ACTOR = systemActor('operator-wishes');
const BATCH = 50;
const IDLE_MS = 500;

const RETRIES = rowQueue({
  queue: 'set-aside-retry',
  limit: BATCH,
  find: openRetries,
  handleOne: (work, { id }, now) => grantRetry(work, id, now),
});

/** Grants what operators have asked for: the API writes their wishes, and may touch no queue itself. */
@Injectable()
export class OperatorWishes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly work: RepeatedWork;

  constructor(@Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    this.work = new RepeatedWork(unitOfWork, {
      name: 'operator-wishes',
      actor: ACTOR,
      queues: [RETRIES],
      idleMs: IDLE_MS,
    });
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.work.stop();
  }
}
