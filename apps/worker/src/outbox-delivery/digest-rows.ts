import type { ChannelName } from '@wuqing/notifications';
import { isNotBarred } from './delivery-rows.js';
import { stepColumn, type DueRow, type HeldPosition, type StepRow, type Work } from '@wuqing/persistence';

/** Whoever holds a position or stands in for somebody on that day, and has not had that day's digest looked at. */
export const personsWithoutDigest = (
  work: Work,
  day: string,
  { without, limit }: { readonly without: readonly string[]; readonly limit: number },
): Promise<DueRow[]> =>
  work.query<DueRow>(
    `SELECT s.person_id AS id FROM (
       SELECT person_id FROM position WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1)
       UNION SELECT to_person_id FROM delegation WHERE from_on <= $1 AND to_on >= $1) s
     LEFT JOIN digest_mark m ON m.person_id = s.person_id
     WHERE (m.done_on IS NULL OR m.done_on < $1) AND s.person_id::text <> ALL ($2) ORDER BY 1 LIMIT $3`,
    [day, without, limit],
  );

/** Whether this transaction is the one that looks at the person's digest of that day. */
export async function takeDigest(work: Work, personId: string, day: string): Promise<boolean> {
  const taken = await work.query(
    `INSERT INTO digest_mark AS m (person_id, done_on) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET done_on = excluded.done_on WHERE m.done_on < excluded.done_on RETURNING person_id`,
    [personId, day],
  );
  return taken.length > 0;
}

/** An open task, as far as the digest counts it. */
export interface CountedTask {
  readonly step: StepRow;
  readonly isLate: boolean;
  /** Days from the case's day to its term; null without one. */
  readonly daysLeft: number | null;
}

/** Open tasks that the person has claimed or that one of these positions may claim; `limit` at most. */
export const tasksToCount = (
  work: Work,
  personId: string,
  positions: readonly HeldPosition[],
  { now, zone, limit }: { readonly now: number; readonly zone: string; readonly limit: number },
): Promise<CountedTask[]> =>
  work.query<CountedTask>(
    `SELECT ${stepColumn} AS step, coalesce(k.breached_at IS NOT NULL OR k.due_on < today.day, false) AS "isLate", k.due_on - today.day AS "daysLeft"
     FROM (SELECT * FROM user_task WHERE state = 'open' AND (assignee_id = $1 OR (assignee_id IS NULL AND id IN (
         SELECT user_task_id FROM user_task_candidate JOIN unnest($2::uuid[], $3::text[]) AS mine (unit_id, position_key) USING (unit_id, position_key))))
       LIMIT $6) t
     JOIN process_instance c ON c.id = t.case_id
     JOIN LATERAL (SELECT ((to_timestamp($4 / 1000.0) + c.clock_offset_ms * interval '1 millisecond') AT TIME ZONE $5)::date AS day) today ON true
     LEFT JOIN LATERAL (SELECT due_on, breached_at FROM service_level_clock
       WHERE case_id = t.case_id AND user_task_id = t.id AND state = 'running' ORDER BY due_on LIMIT 1) k ON true`,
    [personId, positions.map((one) => one.unitId), positions.map((one) => one.positionKey), now, zone, limit],
  );

/** How many messages wait for the person's next digest; none of what he was barred from meanwhile. */
export async function countGathered(work: Work, personId: string): Promise<number> {
  const [row] = await work.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM personal_notification n LEFT JOIN process_instance c ON c.id = n.case_id
     WHERE n.person_id = $1 AND n.urgency = 'rest' AND n.digest_id IS NULL AND ${isNotBarred}`,
    [personId],
  );
  return row!.waiting;
}

/** The digest, what it gathers, and its ways through the channels of whoever wants digests. */
export async function insertDigest(
  work: Work,
  { personId, day, figures }: { readonly personId: string; readonly day: string; readonly figures: object },
  now: number,
  channels: readonly ChannelName[],
): Promise<void> {
  const [digest] = await work.query<{ id: string }>(
    `INSERT INTO personal_notification (person_id, template, urgency, detail, digest_on, created_at)
     VALUES ($1, 'digest', 'direct', $2, $3, to_timestamp($4 / 1000.0)) RETURNING id`,
    [personId, JSON.stringify(figures), day, now],
  );
  await work.query(
    `UPDATE personal_notification SET digest_id = $2 WHERE person_id = $1 AND urgency = 'rest' AND digest_id IS NULL`,
    [personId, digest!.id],
  );
  await work.query(
    `INSERT INTO notification_delivery (notification_id, person_id, channel, is_red, next_attempt_at)
     SELECT $1, $2, channel, false, to_timestamp($3 / 1000.0) FROM (
       SELECT channel FROM channel_choice
       WHERE person_id = $2 AND takes = 'all' AND address_sealed IS NOT NULL AND channel = ANY ($4)
       UNION ALL SELECT 'webhook' WHERE 'webhook' = ANY ($4)) way`,
    [digest!.id, personId, now, channels],
  );
}
