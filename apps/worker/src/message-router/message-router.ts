import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import {
  UnitOfWork,
  carryMessage,
  deliverableMessages,
  expireMessages,
  settleMessages,
  systemActor,
} from '@wuqing/persistence';
import { RepeatedWork } from '../repeated-work.js';

const ACTOR = systemActor('message-router');
const BATCH = 100;
const IDLE_MS = 500;

/**
 * Brings buffered messages to those who wait, and looks after what became of them. Any number of replicas: each message
 * is taken under its own lock. It only writes command rows; the courier carries them.
 */
@Injectable()
export class MessageRouter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly work = new RepeatedWork({ name: 'message-router', beat: () => this.route() });

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  onApplicationBootstrap(): void {
    this.work.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.work.stop();
  }

  private async route(): Promise<number> {
    const now = Date.now();
    const settled = await this.unitOfWork.run(ACTOR, (work) => settleMessages(work, BATCH));
    await this.unitOfWork.run(ACTOR, (work) => expireMessages(work, now));
    const found = await this.unitOfWork.run(ACTOR, (work) => deliverableMessages(work, now, BATCH));
    for (const id of found) await this.unitOfWork.run(ACTOR, (work) => carryMessage(work, id, now));
    return settled === BATCH || found.length === BATCH ? 0 : IDLE_MS;
  }
}
