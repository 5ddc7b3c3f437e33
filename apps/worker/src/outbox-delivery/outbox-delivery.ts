import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { webhookChannel, type Notification, type NotificationChannel } from '@wuqing/notifications';
import { UnitOfWork, systemActor, type Work } from '@wuqing/persistence';
import { RepeatedWork } from '../repeated-work.js';
import { WORKER_SETTINGS, type WorkerSettings } from '../settings.js';

const ACTOR = systemActor('outbox-delivery');
const BATCH = 50;
const IDLE_MS = 2_000;
/** Between two batches: a burst is carried at a pace that leaves the database to the people who work in it. */
const PACE_MS = 250;

/**
 * Carries the outbox to the configured channels. Without one the page is the channel: the alert stands there, and the
 * row counts as delivered. A row that fails is tried again later; the receiver drops repetitions by id.
 */
@Injectable()
export class OutboxDelivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly repeated = new RepeatedWork({ name: 'outbox-delivery', beat: () => this.beat() });
  private readonly channels: readonly NotificationChannel[];

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WORKER_SETTINGS) { webhookUrl }: WorkerSettings,
  ) {
    this.channels = webhookUrl ? [webhookChannel(webhookUrl, fetch)] : [];
  }

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.repeated.stop();
  }

  private async beat(): Promise<number> {
    const taken = await this.unitOfWork.run(ACTOR, take);
    const results = await Promise.allSettled(taken.map((row) => this.deliver(row)));
    const delivered = taken
      .filter((_row, index) => results[index]?.status === 'fulfilled')
      .map((row) => row.id);
    if (delivered.length > 0) {
      await this.unitOfWork.run(ACTOR, (work) =>
        work.query('UPDATE notification_outbox SET delivered_at = now() WHERE id = ANY ($1)', [delivered]),
      );
    }
    const failure = results.find((result): result is PromiseRejectedResult => result.status === 'rejected');
    if (failure) throw failure.reason;
    return taken.length === BATCH ? PACE_MS : IDLE_MS;
  }

  private async deliver(notification: Notification): Promise<void> {
    for (const channel of this.channels) await channel.deliver(notification);
  }
}

/** Takes due rows and puts off their next attempt, so that a crash repeats them and replicas share them. */
function take(work: Work): Promise<Notification[]> {
  return work.query<Notification>(
    `WITH due AS (
       SELECT id FROM notification_outbox WHERE delivered_at IS NULL AND next_attempt_at <= now()
       ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED
     )
     UPDATE notification_outbox o SET attempts = attempts + 1,
       next_attempt_at = now() + least(3600, 5 * 2 ^ least(attempts, 9)) * interval '1 second'
     FROM due, process_instance c, service_level_clock k
     WHERE o.id = due.id AND c.id = o.case_id AND k.id = (o.detail ->> 'clockId')::uuid
     RETURNING o.id::text, o.template, c.number AS "caseNumber", CASE WHEN o.detail ? 'nameless' THEN '' ELSE k.name END AS "taskName", k.due_on::text AS "dueOn",
       (o.detail ->> 'rung')::int AS rung, o.recipient_position AS "recipientPosition",
       o.recipient_unit_id AS "recipientUnitId"`,
    [BATCH],
  );
}
