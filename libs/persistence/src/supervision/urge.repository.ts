import { tell } from '../notifications/tell.js';
import type { HeldPosition } from '../step-row.js';
import type { Work } from '../unit-of-work.js';

export type UrgeRole = 'holder' | 'unit-head' | 'branch-secretary';

export interface UrgeRecipient extends HeldPosition {
  readonly role: UrgeRole;
  /** Who claimed the step; null where everybody in the position is meant. */
  readonly personId: string | null;
}

export interface NewUrge {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly clockId: string;
  readonly taskId: string;
  readonly urgedBy: string;
  readonly text: string;
  readonly bodyHash: string;
  /** Epoch ms. */
  readonly at: number;
  /** In whose name, as an office: 「纪委办」. */
  readonly from: string;
  readonly recipients: readonly UrgeRecipient[];
}

/** The urge, whom it goes to, and a message to each. */
export async function insertUrge(work: Work, urge: NewUrge): Promise<void> {
  const { id, caseId, unitId, clockId, taskId, urgedBy, text, bodyHash, at, from, recipients } = urge;
  await work.query(
    `INSERT INTO urge (id, case_id, unit_id, clock_id, user_task_id, urged_by, text, body_hash, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`,
    [id, caseId, unitId, clockId, taskId, urgedBy, text, bodyHash, at],
  );
  const rows = recipients.map((one) => ({ ...one, subject: `urge:${id}:${one.unitId}/${one.positionKey}` }));
  await work.query(
    `INSERT INTO urge_recipient (urge_id, position_key, unit_id, role, person_id, subject)
     SELECT $1, "positionKey", "unitId", role, "personId", subject
     FROM jsonb_to_recordset($2) AS t ("positionKey" text, "unitId" uuid, role text, "personId" uuid, subject text)`,
    [id, JSON.stringify(rows)],
  );
  await tell(
    work,
    rows.map(({ subject, positionKey, unitId: of, personId }) => ({
      subject,
      template: 'urged',
      caseId,
      unitId,
      userTaskId: taskId,
      clockId,
      to: personId === null ? { positionKey, unitId: of } : { personId },
      from,
    })),
  );
}

export interface UrgeRow {
  readonly id: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly taskId: string;
  readonly elementId: string;
  readonly taskName: string;
  readonly text: string;
  readonly bodyHash: string;
  readonly urgedBy: string;
  readonly urgedByName: string;
  readonly at: Date;
  readonly recipients: readonly {
    readonly positionKey: string;
    readonly unitId: string;
    readonly role: UrgeRole;
    /** Names of whom it is meant for today. */
    readonly names: readonly string[];
    readonly sentAt: string | null;
    readonly readAt: string | null;
    readonly readByName: string | null;
  }[];
}

const select = `SELECT g.id, g.case_id AS "caseId", g.clock_id AS "clockId", g.user_task_id AS "taskId", t.element_id AS "elementId",
    t.name AS "taskName", g.text, g.body_hash AS "bodyHash", g.urged_by AS "urgedBy", b.name AS "urgedByName", g.at,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('positionKey', r.position_key, 'unitId', r.unit_id, 'role', r.role,
        'names', CASE WHEN r.person_id IS NOT NULL THEN (SELECT jsonb_build_array(name) FROM person WHERE id = r.person_id)
          ELSE (SELECT coalesce(jsonb_agg(DISTINCT p.name), '[]') FROM position o JOIN person p ON p.id = o.person_id
            WHERE o.unit_id = r.unit_id AND o.key = r.position_key AND o.from_on <= g.at::date AND (o.to_on IS NULL OR o.to_on >= g.at::date)) END,
        'sentAt', x.sent_at, 'readAt', coalesce(r.read_at, x.read_at), 'readByName', (SELECT name FROM person WHERE id = coalesce(r.read_by, x.read_by)))
        ORDER BY r.role, r.position_key), '[]')
      FROM urge_recipient r LEFT JOIN LATERAL (
        SELECT min(n.created_at) AS sent_at, min(n.read_at) AS read_at, CASE WHEN min(n.read_at) IS NOT NULL THEN (array_agg(n.person_id ORDER BY n.read_at NULLS LAST))[1] END AS read_by
        FROM notification_outbox o JOIN personal_notification n ON n.outbox_id = o.id WHERE o.subject = r.subject) x ON true
      WHERE r.urge_id = g.id) AS recipients
  FROM urge g JOIN user_task t ON t.id = g.user_task_id JOIN person b ON b.id = g.urged_by`;

export async function findUrge(work: Work, id: string): Promise<UrgeRow | undefined> {
  const rows = await work.query<UrgeRow>(`${select} WHERE g.id = $1`, [id]);
  return rows[0];
}

/** Of one case, the newest first. */
export const urgesOfCase = (work: Work, caseId: string): Promise<UrgeRow[]> =>
  work.query<UrgeRow>(`${select} WHERE g.case_id = $1 ORDER BY g.at DESC, g.id`, [caseId]);

/** Of one step, the newest first. */
export const urgesOfTask = (work: Work, taskId: string): Promise<UrgeRow[]> =>
  work.query<UrgeRow>(`${select} WHERE g.user_task_id = $1 ORDER BY g.at DESC, g.id`, [taskId]);

export interface UrgesSoFar {
  /** When this person urged this step last, epoch ms. */
  readonly lastByPersonAt: number | null;
  /** How often anybody urged it since `since`. */
  readonly countSince: number;
}

/** What bounds another urge of a step; under the lock of its case nobody else adds to it. Moments in epoch ms. */
export async function urgesSoFar(
  work: Work,
  taskId: string,
  personId: string,
  since: number,
): Promise<UrgesSoFar> {
  const rows = await work.query<UrgesSoFar>(
    `SELECT (extract(epoch FROM max(at) FILTER (WHERE urged_by = $2)) * 1000)::float8 AS "lastByPersonAt",
       (count(*) FILTER (WHERE at >= to_timestamp($3 / 1000.0)))::int AS "countSince"
     FROM urge WHERE user_task_id = $1`,
    [taskId, personId, since],
  );
  return rows[0]!;
}

export interface UrgeReading {
  readonly taskId: string;
  /** Seats of whoever reads. */
  readonly positions: readonly HeldPosition[];
  readonly personId: string;
  /** Epoch ms. */
  readonly now: number;
}

/** How many urges of this step were read for the first time; the first reading stands. */
export async function markUrgesRead(
  work: Work,
  { taskId, positions, personId, now }: UrgeReading,
): Promise<number> {
  const rows = await work.query(
    `UPDATE urge_recipient SET read_at = to_timestamp($5 / 1000.0), read_by = $4
     WHERE read_at IS NULL AND (person_id IS NULL OR person_id = $4)
       AND urge_id IN (SELECT id FROM urge WHERE user_task_id = $1)
       AND (unit_id, position_key) IN (SELECT * FROM unnest($2::uuid[], $3::text[])) RETURNING urge_id`,
    [
      taskId,
      positions.map(({ unitId }) => unitId),
      positions.map(({ positionKey }) => positionKey),
      personId,
      now,
    ],
  );
  return new Set(rows.map((row) => (row as { urge_id: string }).urge_id)).size;
}
