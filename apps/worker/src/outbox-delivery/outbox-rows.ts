import { assert } from '@wuqing/kernel';
import type { Notification } from '@wuqing/notifications';
import type { DueRow, Look, Work } from '@wuqing/persistence';

const DUE = `SELECT id, case_id FROM notification_outbox
  WHERE delivered_at IS NULL AND next_attempt_at <= now() AND id::text <> ALL ($2) AND ($3::text[] IS NULL OR id::text = ANY ($3))
  ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED`;

/** Due rows, locked; the longest due first. */
export const dueNotifications = (work: Work, { limit, without, only }: Look): Promise<DueRow[]> =>
  work.query<DueRow>(`SELECT due.id::text AS id, due.case_id AS "caseId" FROM (${DUE}) due`, [
    limit,
    without,
    only ?? null,
  ]);

/** Takes due rows and puts off their next attempt, so that a crash repeats them and replicas share them. */
export const takeNotifications = (work: Work, { limit, without, only }: Look): Promise<DueRow[]> =>
  work.query<DueRow>(
    `WITH due AS (${DUE})
     UPDATE notification_outbox o SET attempts = attempts + 1,
       next_attempt_at = now() + least(3600, 5 * 2 ^ least(attempts, 9)) * interval '1 second'
     FROM due WHERE o.id = due.id RETURNING o.id::text AS id, o.case_id AS "caseId"`,
    [limit, without, only ?? null],
  );

/** What is told of these rows; throws where one of them names no case or no term. */
export async function readNotifications(work: Work, due: readonly DueRow[]): Promise<Notification[]> {
  const rows = await work.query<Notification>(
    `SELECT o.id::text, o.template, c.number AS "caseNumber",
       CASE WHEN o.detail ? 'nameless' THEN '' ELSE k.name END AS "taskName", k.due_on::text AS "dueOn",
       (o.detail ->> 'rung')::int AS rung, o.recipient_position AS "recipientPosition",
       o.recipient_unit_id AS "recipientUnitId"
     FROM notification_outbox o JOIN process_instance c ON c.id = o.case_id
     JOIN service_level_clock k ON k.id = (o.detail ->> 'clockId')::uuid WHERE o.id = ANY ($1::bigint[])`,
    [due.map(({ id }) => id)],
  );
  assert(
    rows.length === due.length,
    `Expected case and term of ${due.length} notifications, found ${rows.length}`,
  );
  return rows;
}

export async function markDelivered(work: Work, delivered: readonly DueRow[]): Promise<void> {
  await work.query('UPDATE notification_outbox SET delivered_at = now() WHERE id = ANY ($1::bigint[])', [
    delivered.map(({ id }) => id),
  ]);
}
