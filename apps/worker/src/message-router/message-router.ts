import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import {
  UnitOfWork,
  broadcastSignal,
  carryMessage,
  deliverableMessages,
  expireMessages,
  routeMessage,
  settleMessages,
  systemActor,
  unroutedMessages,
  waitingSignals,
  type Work,
} from '@wuqing/persistence';
import { RepeatedWork } from '../repeated-work.js';
import { startContextOf } from '../start-context.js';

const ACTOR = systemActor('message-router');
const BATCH = 100;
const IDLE_MS = 500;

/**
 * Brings messages to the one who waits and signals to all who do, and looks after what became of them. Any number of replicas: each message
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
    const context = startContextOf(Date.now());
    const many = [
      await this.run((work) => settleMessages(work, BATCH)),
      await this.each(unroutedMessages, (work, id) => routeMessage(work, id, context)),
      await this.each(
        (work, limit) => deliverableMessages(work, context.now, limit),
        (work, id) => carryMessage(work, id, context),
      ),
      await this.each(waitingSignals, (work, id) => broadcastSignal(work, id, context)),
    ];
    await this.run((work) => expireMessages(work, context.now));
    return many.includes(BATCH) ? 0 : IDLE_MS;
  }

  /** Each found row in a transaction of its own; answers how many there were. */
  private async each(
    find: (work: Work, limit: number) => Promise<readonly string[]>,
    handle: (work: Work, id: string) => Promise<unknown>,
  ): Promise<number> {
    const found = await this.run((work) => find(work, BATCH));
    for (const id of found) await this.run((work) => handle(work, id));
    return found.length;
  }

  private run<T>(perform: (work: Work) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(ACTOR, perform);
  }
}
