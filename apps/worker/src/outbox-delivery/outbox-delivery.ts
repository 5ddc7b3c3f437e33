import { Inject, Injectable } from '@nestjs/common';
import { instant } from '@wuqing/kernel';
import {
  LINES_MAX,
  ReceiverAway,
  channelsOn,
  createChannels,
  defaultHours,
  isQuiet,
  type ChannelName,
  type NotificationChannel,
} from '@wuqing/notifications';
import {
  OrganizationReader,
  StepLevels,
  UnitOfWork,
  readNotificationRules,
  systemActor,
  type QueueName,
  type Work,
} from '@wuqing/persistence';
import { Loops } from '../loops.js';
import { UNANSWERED, rowQueue, type RowQueue } from '../row-work/row-queue.js';
import { WORKER_SETTINGS, type WorkerSettings } from '../settings.js';
import { ZONE } from '../start-context.js';
import { deliveryOf, isWanted } from './delivery-of.js';
import { dropDelivery, markSent, readDelivery, readGathered, takeDeliveries } from './delivery-rows.js';
import { digestQueue } from './digests.js';
import { dueNotifications } from './outbox-rows.js';
import { tellPersons, type TellingDoors } from './tell-persons.js';

const ACTOR = systemActor('outbox-delivery');
/** Rows that become messages in one transaction. */
const TOLD_AT_ONCE = 50;
/** On their way through one channel at once. */
const CARRIED_AT_ONCE = 20;
const IDLE_MS = 2_000;
/** Between two batches: a burst is carried at a pace that leaves the database to the people who work in it. */
const PACE_MS = 250;

const queues = {
  mail: { queue: 'delivery-mail' },
  webhook: { queue: 'delivery-webhook' },
  wecom: { queue: 'delivery-wecom' },
  dingtalk: { queue: 'delivery-dingtalk' },
} as const satisfies Record<ChannelName, { readonly queue: QueueName }>;

/**
 * From the outbox to persons: their messages in the product, one digest a day, and each through the channels that are on and
 * that they chose. Every step is a row, so that a killed worker goes on where it was.
 */
@Injectable()
export class OutboxDelivery {
  constructor(
    @Inject(Loops) loops: Loops,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WORKER_SETTINGS) private readonly settings: WorkerSettings,
  ) {
    const organization = new OrganizationReader();
    const doors: TellingDoors = {
      organizationAt: (work, now) => organization.at(work, now),
      levels: new StepLevels(),
      channels: channelsOn(settings.channels),
    };
    const channels = createChannels(settings.channels, { send: fetch, now: () => Date.now() });
    loops.add({
      name: 'outbox-delivery',
      actor: ACTOR,
      queues: [toldQueue(doors), digestQueue(doors), ...channels.map((channel) => this.carriedBy(channel))],
      idleMs: Math.min(IDLE_MS, settings.deliveryPauseMs),
      paceMs: Math.min(PACE_MS, settings.deliveryPauseMs),
    });
  }

  private carriedBy(channel: NotificationChannel): RowQueue {
    return rowQueue({
      ...queues[channel.name],
      limit: CARRIED_AT_ONCE,
      triesMax: this.settings.deliveryTriesMax,
      find: async (work, look) =>
        takeDeliveries(work, channel.name, look, {
          isQuiet: await isQuietNow(work, look.now),
          firstPauseMs: this.settings.deliveryPauseMs,
        }),
      carry: ({ id }) => this.deliver(id, channel),
    });
  }

  /** A receiver that is away is not the row's fault. */
  private async deliver(id: string, channel: NotificationChannel): Promise<unknown> {
    const delivery = await this.unitOfWork.run(ACTOR, (work) => this.wanted(work, id, channel.name));
    if (delivery === undefined) return undefined;
    try {
      await channel.deliver(delivery);
    } catch (error) {
      if (error instanceof ReceiverAway) return UNANSWERED;
      throw error;
    }
    return this.unitOfWork.run(ACTOR, (work) => markSent(work, id, Date.now()));
  }

  private async wanted(work: Work, id: string, channel: ChannelName) {
    const row = await readDelivery(work, id);
    if (row === undefined) return undefined;
    if (row.isBarred || (channel !== 'webhook' && !isWanted(row)))
      return void (await dropDelivery(work, id, Date.now()));
    const gathered = row.digestOn === null ? [] : await readGathered(work, row.notificationId, LINES_MAX);
    const { payloadKeys: keys, channels } = this.settings;
    return deliveryOf(row, gathered, { keys, publicUrl: channels.publicUrl });
  }
}

async function isQuietNow(work: Work, now: number): Promise<boolean> {
  return isQuiet(instant(now), (await readNotificationRules(work)) ?? defaultHours, ZONE);
}

/** What the outbox holds becomes messages; what could not be told is found here. */
const toldQueue = (doors: TellingDoors): RowQueue =>
  rowQueue({
    queue: 'outbox',
    limit: TOLD_AT_ONCE,
    find: dueNotifications,
    handleAll: (work, rows, now) => tellPersons(work, rows, now, doors),
  });
