import type { CircleEntry, CircleGround } from '@wuqing/access';
import { circleColumns, type CircleRow } from './step-row.js';
import type { Statements, Work } from './unit-of-work.js';

/** Circles by case id; of a case that names nobody as well. */
export async function circlesOf(
  work: Statements,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CircleRow>> {
  const rows = await work.query<CircleRow & { readonly id: string }>(
    `SELECT c.id, ${circleColumns} FROM process_instance c WHERE c.id = ANY ($1)`,
    [caseIds],
  );
  return new Map(rows.map(({ id, ...circle }) => [id, circle]));
}

export interface NewCircleEntry extends CircleEntry {
  readonly id: string;
  readonly ground: CircleGround;
  readonly reason: string;
  readonly enteredBy: string;
  /** ISO, the case's own time. */
  readonly at: string;
  /** The step by which the process wrote it. */
  readonly elementKey: string | null;
}

/** Appends to the list of the root of the case; what stands is kept on the rows of all that call each other around it. */
export async function enterCircle(
  work: Work,
  { caseId, commandId }: { readonly caseId: string; readonly commandId: string | null },
  entries: readonly NewCircleEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await work.query(
    `INSERT INTO circle_entry (id, case_id, unit_id, side, act, person_id, ground, reason, entered_by, at, element_key, command_id)
     SELECT t.id, coalesce(c.root_id, c.id), c.unit_id, t.side, t.act, t."personId", t.ground, t.reason, t."enteredBy", t.at, t."elementKey", $2
     FROM process_instance c, jsonb_to_recordset($3) AS t (id uuid, side text, act text, "personId" uuid, ground text, reason text,
       "enteredBy" text, at timestamptz, "elementKey" text)
     WHERE c.id = $1`,
    [caseId, commandId, JSON.stringify(entries)],
  );
}

/** A line of a case's list. */
export interface CircleEntryRow extends CircleEntry {
  readonly id: string;
  readonly ground: CircleGround;
  readonly reason: string;
  readonly personName: string;
  readonly enteredBy: string;
  /** Null where the process itself did, or nobody who has a name. */
  readonly enteredByName: string | null;
  readonly at: Date;
  readonly commandId: string | null;
}

/** The list of the case and of all that call each other around it, the earliest line first. */
export const circleEntriesOf = (work: Statements, caseId: string): Promise<CircleEntryRow[]> =>
  work.query<CircleEntryRow>(
    `SELECT e.id, e.side, e.act, e.person_id AS "personId", p.name AS "personName", e.ground, e.reason, e.entered_by AS "enteredBy",
       b.name AS "enteredByName", e.at, e.command_id AS "commandId"
     FROM circle_entry e JOIN person p ON p.id = e.person_id LEFT JOIN person b ON b.id::text = e.entered_by
     WHERE e.case_id = (SELECT coalesce(root_id, id) FROM process_instance WHERE id = $1) ORDER BY e.place`,
    [caseId],
  );

export interface CircleLookRow {
  readonly personId: string;
  readonly personName: string;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  readonly at: Date;
}

/** Who looked at the case or at one that calls it or that it calls, the latest first. */
export const circleLooksOf = (work: Statements, caseId: string, limit: number): Promise<CircleLookRow[]> =>
  work.query<CircleLookRow>(
    `SELECT l.person_id AS "personId", p.name AS "personName", l.day::text, l.at FROM circle_look l JOIN person p ON p.id = l.person_id
     WHERE l.case_id = (SELECT coalesce(root_id, id) FROM process_instance WHERE id = $1)
     ORDER BY l.at DESC, l.person_id LIMIT $2`,
    [caseId, limit],
  );

export interface NewCircleLook {
  readonly caseId: string;
  readonly personId: string;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  /** ISO. */
  readonly at: string;
}

/** Once a person a day. */
export async function noteCircleLook(
  work: Statements,
  { caseId, personId, day, at }: NewCircleLook,
): Promise<void> {
  await work.query(
    `INSERT INTO circle_look (case_id, person_id, day, unit_id, at)
     SELECT coalesce(root_id, id), $2, $3, unit_id, $4 FROM process_instance WHERE id = $1 ON CONFLICT DO NOTHING`,
    [caseId, personId, day, at],
  );
}

/** The case that nobody called around this one. */
export async function rootOfCase(work: Statements, caseId: string): Promise<string> {
  const rows = await work.query<{ id: string }>(
    'SELECT coalesce(root_id, id) AS id FROM process_instance WHERE id = $1',
    [caseId],
  );
  if (!rows[0]) throw new Error(`Expected case ${caseId}`);
  return rows[0].id;
}
