import { stepColumn, type StepRow } from '../step-row.js';
import type { Work } from '../unit-of-work.js';

/** What a digest counts of a person's own tasks, and how many messages it tells of. */
export interface DigestFigures {
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly dueTomorrow: number;
  readonly gathered: number;
}

interface PersonalNotificationBase {
  readonly id: string;
  readonly template: string;
  readonly urgency: 'red' | 'direct' | 'rest';
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly onBehalfOfName: string | null;
}

/** A message about a step of a case. */
export interface StepNotificationRow extends PersonalNotificationBase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly isTaskOpen: boolean;
  /** Null where the step has no term. */
  readonly dueOn: string | null;
  readonly rung: number;
  /** The office that tells; null where nobody does. */
  readonly from: string | null;
  /** The seat it was addressed to; null where it was addressed to the person. */
  readonly recipientPosition: string | null;
  readonly recipientUnitId: string | null;
  readonly step: StepRow;
}

/** 今日汇总, the person's own. */
export interface DigestRow extends PersonalNotificationBase {
  readonly caseId: null;
  readonly paper: null;
  readonly digestOn: string;
  readonly figures: DigestFigures;
}

/** A paper that waits, or waited, for whoever holds a seat. */
export interface PaperNotificationRow extends PersonalNotificationBase {
  readonly caseId: null;
  readonly paper: {
    readonly name: string;
    /** 'YYYY-MM-DD'; null where it has no term. */
    readonly dueOn: string | null;
    readonly page: string;
    readonly waits: boolean;
  };
  readonly unitName: string;
  readonly recipientPosition: string;
  readonly recipientUnitId: string;
}

export type PersonalNotificationRow = StepNotificationRow | PaperNotificationRow | DigestRow;

/** Whether nobody has done yet what the paper was told for. */
const waits = `CASE n.template
    WHEN 'slip-sent' THEN NOT EXISTS (SELECT 1 FROM slip_receipt r WHERE r.slip_id = (n.detail ->> 'paperId')::uuid)
    WHEN 'letter-issued' THEN NOT EXISTS (SELECT 1 FROM letter_answer a WHERE a.letter_id = (n.detail ->> 'paperId')::uuid)
    ELSE NOT EXISTS (SELECT 1 FROM ledger_edit_decision d WHERE d.edit_id = (n.detail ->> 'paperId')::uuid) END`;

const select = `SELECT n.id, n.template, n.urgency, n.created_at AS "createdAt", n.read_at AS "readAt",
    b.name AS "onBehalfOfName", n.case_id AS "caseId", n.digest_on::text AS "digestOn",
    CASE WHEN n.digest_on IS NOT NULL THEN n.detail END AS figures,
    CASE WHEN n.case_id IS NULL AND n.digest_on IS NULL THEN jsonb_build_object('name', n.detail -> 'name', 'dueOn', n.detail -> 'dueOn',
      'page', n.detail -> 'page', 'waits', ${waits}) END AS paper, c.number AS "caseNumber", c.title AS "caseTitle", n.unit_id AS "unitId",
    u.name AS "unitName", t.id AS "taskId", t.name AS "taskName", coalesce(t.state = 'open', false) AS "isTaskOpen", k.due_on::text AS "dueOn",
    coalesce((n.detail ->> 'rung')::int, 0) AS rung, n.detail ->> 'from' AS "from", o.recipient_position AS "recipientPosition",
    o.recipient_unit_id AS "recipientUnitId", ${stepColumn} AS step
  FROM personal_notification n LEFT JOIN person b ON b.id = n.on_behalf_of
  LEFT JOIN notification_outbox o ON o.id = n.outbox_id LEFT JOIN process_instance c ON c.id = n.case_id
  LEFT JOIN unit u ON u.id = n.unit_id LEFT JOIN user_task t ON t.id = (n.detail ->> 'userTaskId')::uuid
  LEFT JOIN service_level_clock k ON k.id = (n.detail ->> 'clockId')::uuid`;

export interface PersonalNotificationFilter {
  readonly personId: string;
  readonly unreadOnly: boolean;
  /** `created_at` and id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** What this person was told, the newest first. */
export const listPersonalNotifications = (
  work: Work,
  { personId, unreadOnly, after, limit }: PersonalNotificationFilter,
): Promise<PersonalNotificationRow[]> =>
  work.query<PersonalNotificationRow>(
    `${select} WHERE n.person_id = $1 ${unreadOnly ? 'AND n.read_at IS NULL' : ''}
       AND ($2::timestamptz IS NULL OR (n.created_at, n.id) < ($2, $3::uuid))
     ORDER BY n.created_at DESC, n.id DESC LIMIT $4`,
    [personId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export async function findPersonalNotification(
  work: Work,
  personId: string,
  id: string,
): Promise<PersonalNotificationRow | undefined> {
  const rows = await work.query<PersonalNotificationRow>(`${select} WHERE n.id = $2 AND n.person_id = $1`, [
    personId,
    id,
  ]);
  return rows[0];
}

/** The first reading stands. */
export async function markNotificationRead(
  work: Work,
  personId: string,
  id: string,
  now: number,
): Promise<void> {
  await work.query(
    `UPDATE personal_notification SET read_at = to_timestamp($3 / 1000.0)
     WHERE id = $2 AND person_id = $1 AND read_at IS NULL`,
    [personId, id, now],
  );
}

/** What told this person of this step: who opens the step has read it. The first reading stands. */
export async function markStepNotificationsRead(
  work: Work,
  personId: string,
  taskId: string,
  now: number,
): Promise<void> {
  await work.query(
    `UPDATE personal_notification SET read_at = to_timestamp($3 / 1000.0)
     WHERE person_id = $1 AND read_at IS NULL AND detail ->> 'userTaskId' = $2`,
    [personId, taskId, now],
  );
}

/** Everything that was told by `until` (epoch ms): what came while the person looked stays unread. */
export async function markNotificationsRead(
  work: Work,
  personId: string,
  until: number,
  now: number,
): Promise<void> {
  await work.query(
    `UPDATE personal_notification SET read_at = to_timestamp($3 / 1000.0)
     WHERE person_id = $1 AND read_at IS NULL AND created_at <= to_timestamp($2 / 1000.0)`,
    [personId, until, now],
  );
}
