import { insertOrFind, type InsertedOrFound } from './insert-or-find.js';
import type { Statements, Work } from './unit-of-work.js';

/** What a villager holds against a notice. */
export interface ObjectionRow {
  /** Of the message, too. */
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly noticeId: string;
  readonly elementId: string;
  readonly ground: string;
  readonly text: string;
  readonly objector: string | null;
  readonly telephone: string | null;
  readonly codeHash: string;
  /** In the case's own time. */
  readonly receivedAt: Date;
}

export type NewObjection = Omit<ObjectionRow, 'receivedAt'> & {
  /** Epoch ms. */
  readonly receivedAt: number;
};

/** Where a case waits for what villagers hold against its newest notice. */
export interface ObjectionDoor {
  readonly caseId: string;
  readonly unitId: string;
  readonly elementId: string;
  readonly correlationKey: string;
  readonly definitionChecksum: string;
  readonly callers: readonly string[];
  readonly callKey: string;
  readonly clockOffsetMs: number;
}

const columns = `o.id, o.case_id AS "caseId", o.unit_id AS "unitId", o.notice_id AS "noticeId", o.element_id AS "elementId", o.ground, o.text,
  o.objector, o.telephone, o.code_hash AS "codeHash", o.received_at AS "receivedAt"`;

/** Undefined where the case of the notice waits for no such message, or has published the same anew. */
export async function findObjectionDoor(
  work: Work,
  noticeId: string,
  messageName: string,
): Promise<ObjectionDoor | undefined> {
  const rows = await work.query<ObjectionDoor>(
    `SELECT s.case_id AS "caseId", s.unit_id AS "unitId", s.element_id AS "elementId", s.correlation_key AS "correlationKey",
       c.definition_checksum AS "definitionChecksum", c.callers, c.call_key AS "callKey",
       c.clock_offset_ms::float8 AS "clockOffsetMs"
     FROM public_notice n JOIN process_instance c ON c.id = n.case_id
     JOIN message_subscription s ON s.case_id = n.case_id AND s.message_name = $2 AND s.closed_at IS NULL
     WHERE n.id = $1 AND NOT EXISTS (SELECT 1 FROM public_notice later
       WHERE later.case_id = n.case_id AND (later.published_at, later.id) > (n.published_at, n.id))
     ORDER BY s.opened_at, s.element_key LIMIT 1`,
    [noticeId, messageName],
  );
  return rows[0];
}

/** Keeps the objection, or finds the one that an earlier attempt left under its id. */
export const insertOrFindObjection = (
  work: Work,
  objection: NewObjection,
): Promise<InsertedOrFound<ObjectionRow>> =>
  insertOrFind(
    work,
    {
      sql: `INSERT INTO public_objection AS o (id, case_id, unit_id, notice_id, element_id, ground, text, objector, telephone, code_hash, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0)) ON CONFLICT (id) DO NOTHING RETURNING ${columns}`,
      values: [
        objection.id,
        objection.caseId,
        objection.unitId,
        objection.noticeId,
        objection.elementId,
        objection.ground,
        objection.text,
        objection.objector,
        objection.telephone,
        objection.codeHash,
        objection.receivedAt,
      ],
    },
    { sql: `SELECT ${columns} FROM public_objection o WHERE o.id = $1`, values: [objection.id] },
  );

/** By the hashes that the typed code has under each key of the ring. */
export async function objectionByCode(
  work: Work,
  hashes: readonly string[],
): Promise<ObjectionRow | undefined> {
  const rows = await work.query<ObjectionRow>(
    `SELECT ${columns} FROM public_objection o WHERE o.code_hash = ANY ($1)`,
    [hashes],
  );
  return rows[0];
}

export async function findObjection(work: Work, id: string): Promise<ObjectionRow | undefined> {
  const rows = await work.query<ObjectionRow>(`SELECT ${columns} FROM public_objection o WHERE o.id = $1`, [
    id,
  ]);
  return rows[0];
}

/** Of one case, the oldest first. */
export const objectionsOfCase = (work: Work, caseId: string): Promise<ObjectionRow[]> =>
  work.query<ObjectionRow>(
    `SELECT ${columns} FROM public_objection o WHERE o.case_id = $1 ORDER BY o.received_at, o.id`,
    [caseId],
  );

/** Of a notice those since `since` (epoch ms, the case's own time): what a flood is measured by. */
export async function countObjections(work: Work, noticeId: string, since: number): Promise<number> {
  const [row] = await work.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM public_objection WHERE notice_id = $1 AND received_at >= to_timestamp($2 / 1000.0)`,
    [noticeId, since],
  );
  return row?.n ?? 0;
}

/** Of an objection what tells it from others, and nothing of whoever raised it. */
export interface ObjectionMark extends Pick<ObjectionRow, 'ground' | 'receivedAt'> {
  /** The step that it opened. */
  readonly taskId: string;
}

/** The objections that opened these steps, each beside its step; of a step that no objection opened there is none. */
export const objectionsBehind = (work: Statements, taskIds: readonly string[]): Promise<ObjectionMark[]> =>
  work.query<ObjectionMark>(
    `WITH asked AS (SELECT t.id, t.case_id, t.element_key FROM user_task t WHERE t.id = ANY ($1)),
     opened AS MATERIALIZED (
       SELECT o.case_id, effect ->> 'userTask' AS element_key, o.ground, o.received_at FROM public_objection o
       JOIN message m ON m.id = o.id
       JOIN journal_entry j ON j.case_id = m.case_id AND j.command_id = m.command_id
       CROSS JOIN LATERAL jsonb_array_elements(j.effects) effect
       WHERE o.case_id IN (SELECT case_id FROM asked) AND effect ->> 'type' = 'OpenUserTask'
     )
     SELECT asked.id AS "taskId", opened.ground, opened.received_at AS "receivedAt"
     FROM asked JOIN opened USING (case_id, element_key)`,
    [taskIds],
  );
