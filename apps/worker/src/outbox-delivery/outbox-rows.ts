import {
  circleColumns,
  type CandidateHolder,
  type CircleRow,
  type DueRow,
  type Look,
  type PaperDetail,
  type RunningBy,
  type Work,
} from '@wuqing/persistence';

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

/** One row of the outbox, with what must be known of its step to say who may be told. */
export interface ToldRow extends RunningBy, CircleRow {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly template: string;
  readonly rung: number;
  readonly userTaskId: string;
  readonly clockId: string | null;
  readonly from: string | null;
  readonly recipientPersonId: string | null;
  readonly recipientPosition: string | null;
  readonly recipientUnitId: string | null;
  readonly elementId: string;
  readonly assigneeId: string | null;
  readonly handlers: readonly CandidateHolder[];
}

/** Those that tell of a step. */
export const readTold = (work: Work, due: readonly DueRow[]): Promise<ToldRow[]> =>
  work.query<ToldRow>(
    `SELECT o.id::text, o.case_id AS "caseId", o.unit_id AS "unitId", o.template, (o.detail ->> 'rung')::int AS rung, t.id AS "userTaskId",
       k.id AS "clockId", o.detail ->> 'from' AS "from", o.recipient_person_id AS "recipientPersonId",
       o.recipient_position AS "recipientPosition", o.recipient_unit_id AS "recipientUnitId", t.element_id AS "elementId",
       t.assignee_id AS "assigneeId", coalesce(t.definition_checksum, c.definition_checksum) AS "definitionChecksum", c.callers, c.call_key AS "callKey", ${circleColumns},
       (SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', d.position_key, 'unitId', d.unit_id)), '[]')
        FROM user_task_candidate d WHERE d.user_task_id = t.id) AS handlers
     FROM notification_outbox o JOIN process_instance c ON c.id = o.case_id
     LEFT JOIN service_level_clock k ON k.id = (o.detail ->> 'clockId')::uuid
     JOIN user_task t ON t.id = coalesce(k.user_task_id, (o.detail ->> 'userTaskId')::uuid) AND t.case_id = c.id
     WHERE o.id = ANY ($1::bigint[]) ORDER BY o.id`,
    [due.map(({ id }) => id)],
  );

/** One row of the outbox about a paper that waits for whoever holds a seat. */
export interface ToldPaperRow {
  readonly id: string;
  readonly template: string;
  readonly recipientPosition: string;
  readonly recipientUnitId: string;
  readonly paper: PaperDetail;
}

/** Those that tell of a paper. */
export const readToldPapers = (work: Work, due: readonly DueRow[]): Promise<ToldPaperRow[]> =>
  work.query<ToldPaperRow>(
    `SELECT o.id::text, o.template, o.recipient_position AS "recipientPosition", o.recipient_unit_id AS "recipientUnitId", o.detail AS paper
     FROM notification_outbox o
     WHERE o.id = ANY ($1::bigint[]) AND o.case_id IS NULL AND o.recipient_position IS NOT NULL ORDER BY o.id`,
    [due.map(({ id }) => id)],
  );

export async function markDelivered(work: Work, delivered: readonly DueRow[]): Promise<void> {
  await work.query('UPDATE notification_outbox SET delivered_at = now() WHERE id = ANY ($1::bigint[])', [
    delivered.map(({ id }) => id),
  ]);
}
