import { Inject, Injectable } from '@nestjs/common';
import { ReceiverAway, sentenceOf, webhookChannel, type NotificationChannel } from '@wuqing/notifications';
import { UnitOfWork, systemActor } from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { UNANSWERED, rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { WORKER_SETTINGS, type WorkerSettings } from '../settings.js';
import { dueNotifications, markDelivered, readNotifications, takeNotifications } from './outbox-rows.js';

const ACTOR = systemActor('outbox-delivery');
const BATCH = 50;
const IDLE_MS = 2_000;
/** Between two batches: a burst is carried at a pace that leaves the database to the people who work in it. */
const PACE_MS = 250;
/** With the pauses between them (5 s, 10 s) a quarter of a minute. */
const TRIES_MAX = 3;

/**
 * Carries the outbox to the configured channels. Without one the page is the channel: the alert stands there, and the
 * row counts as delivered. A row that fails is tried again later; the receiver drops repetitions by id.
 */
@Injectable()
export class OutboxDelivery {
  constructor(
    @Inject(Loops) loops: Loops,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WORKER_SETTINGS) { webhookUrl }: WorkerSettings,
  ) {
    loops.add({
      name: 'outbox-delivery',
      actor: ACTOR,
      queues: [webhookUrl ? this.carried([webhookChannel(webhookUrl, fetch)]) : SHOWN_ON_THE_PAGE],
      idleMs: IDLE_MS,
      paceMs: PACE_MS,
    });
  }

  private carried(channels: readonly NotificationChannel[]): RowQueue {
    return rowQueue({
      queue: 'outbox',
      limit: BATCH,
      triesMax: TRIES_MAX,
      find: takeNotifications,
      carry: ({ id }) => this.deliver(id, channels),
    });
  }

  /** A receiver that is away is not the row's fault. */
  private async deliver(id: string, channels: readonly NotificationChannel[]): Promise<unknown> {
    const notifications = await this.unitOfWork.run(ACTOR, (work) => readNotifications(work, [{ id }]));
    try {
      for (const notification of notifications)
        for (const channel of channels) await channel.deliver(notification);
    } catch (error) {
      if (error instanceof ReceiverAway) return UNANSWERED;
      throw error;
    }
    return this.unitOfWork.run(ACTOR, (work) => markDelivered(work, [{ id }]));
  }
}

/** What could not be told there is found here, too: a sentence is made of every row. */
const SHOWN_ON_THE_PAGE = rowQueue({
  queue: 'outbox',
  limit: BATCH,
  find: dueNotifications,
  async handleAll(work, rows) {
    for (const notification of await readNotifications(work, rows)) sentenceOf(notification);
    await markDelivered(work, rows);
  },
});
