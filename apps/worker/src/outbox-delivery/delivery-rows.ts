import type { ChannelName, Notification } from '@wuqing/notifications';
import type { ChannelTakes, DigestFigures, DueRow, Look, Work } from '@wuqing/persistence';

const WAITING = 'd.sent_at IS NULL AND d.dropped_at IS NULL';

export interface Pace {
  /** Whether quiet hours hold up what is not red. */
  readonly isQuiet: boolean;
  /** Before the second attempt, in ms; each further one waits twice as long, up to 720 times, less up to half of it by chance. */
  readonly firstPauseMs: number;
}

/** Takes due deliveries of a channel and puts off their next attempt, so that a crash repeats them and replicas share them. */
export const takeDeliveries = (
  work: Work,
  channel: ChannelName,
  { limit, without, now }: Look,
  { isQuiet, firstPauseMs }: Pace,
): Promise<DueRow[]> =>
  work.query<DueRow>(
    `WITH due AS (SELECT d.id FROM notification_delivery d
       WHERE d.channel = $1 AND ${WAITING} AND d.next_attempt_at <= to_timestamp($2 / 1000.0)
         AND (d.is_red OR NOT $3) AND d.id::text <> ALL ($4) ORDER BY d.next_attempt_at LIMIT $5 FOR UPDATE SKIP LOCKED)
     UPDATE notification_delivery d SET attempts = attempts + 1, next_attempt_at = to_timestamp($2 / 1000.0)
       + $6 * least(720, 2 ^ least(attempts, 20)) * (0.5 + random() / 2) * interval '1 millisecond'
     FROM due WHERE d.id = due.id RETURNING d.id::text AS id, d.case_id AS "caseId"`,
    [channel, now, isQuiet, without, limit, firstPauseMs],
  );

interface DeliveryBase {
  readonly id: string;
  readonly notificationId: string;
  readonly personId: string;
  readonly createdAt: Date;
  /** Null where the person has made no choice, or of the town's own channel. */
  readonly takes: ChannelTakes | null;
  readonly addressSealed: string | null;
}

export type DeliveryRow = DeliveryBase &
  (
    | { readonly digestOn: null; readonly taskId: string | null; readonly notification: Notification }
    | { readonly digestOn: string; readonly figures: DigestFigures }
  );

const notificationColumn = `CASE WHEN n.case_id IS NULL
    THEN jsonb_build_object('template', n.template, 'name', n.detail ->> 'name', 'dueOn', coalesce(n.detail ->> 'dueOn', ''), 'page', n.detail ->> 'page')
    ELSE jsonb_build_object('template', n.template, 'caseNumber', c.number,
      'taskName', CASE WHEN n.detail ? 'nameless' THEN '' ELSE t.name END, 'dueOn', coalesce(k.due_on::text, ''),
      'rung', coalesce((n.detail ->> 'rung')::int, 0), 'from', coalesce(n.detail ->> 'from', '')) END`;
const steps = `LEFT JOIN process_instance c ON c.id = n.case_id LEFT JOIN user_task t ON t.id = (n.detail ->> 'userTaskId')::uuid
  LEFT JOIN service_level_clock k ON k.id = (n.detail ->> 'clockId')::uuid`;

/** Of the message `n` of the case `c`: whom it told may still know of it. */
export const isNotBarred = '(c.id IS NULL OR n.person_id <> ALL (c.barred_person_ids))';

/** `isBarred`: the person was barred from the case since he was to be told. */
export type ReadDelivery = DeliveryRow & { readonly isBarred: boolean };

/** What is to be sent; undefined where it has been sent or taken back meanwhile. */
export async function readDelivery(work: Work, id: string): Promise<ReadDelivery | undefined> {
  const [row] = await work.query<ReadDelivery>(
    `SELECT d.id, n.id AS "notificationId", d.person_id AS "personId", n.created_at AS "createdAt", ch.takes, ch.address_sealed AS "addressSealed",
       n.digest_on::text AS "digestOn", t.id AS "taskId", n.detail AS figures, ${notificationColumn} AS notification,
       NOT ${isNotBarred} AS "isBarred"
     FROM notification_delivery d JOIN personal_notification n ON n.id = d.notification_id
     LEFT JOIN channel_choice ch ON ch.person_id = d.person_id AND ch.channel = d.channel ${steps}
     WHERE d.id = $1 AND ${WAITING}`,
    [id],
  );
  return row;
}

/** The first messages that a digest gathers. */
export async function readGathered(work: Work, digestId: string, linesMax: number): Promise<Notification[]> {
  const rows = await work.query<{ notification: Notification }>(
    `SELECT ${notificationColumn} AS notification FROM personal_notification n ${steps}
     WHERE n.digest_id = $1 AND ${isNotBarred} ORDER BY n.created_at, n.id LIMIT $2`,
    [digestId, linesMax],
  );
  return rows.map(({ notification }) => notification);
}

export async function markSent(work: Work, id: string, now: number): Promise<void> {
  await work.query(
    `UPDATE notification_delivery d SET sent_at = to_timestamp($2 / 1000.0) WHERE d.id = $1 AND ${WAITING}`,
    [id, now],
  );
}

/** Whoever takes a channel back is not reached by it any more. */
export async function dropDelivery(work: Work, id: string, now: number): Promise<void> {
  await work.query(
    `UPDATE notification_delivery d SET dropped_at = to_timestamp($2 / 1000.0) WHERE d.id = $1 AND ${WAITING}`,
    [id, now],
  );
}
