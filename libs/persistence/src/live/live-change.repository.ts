import type { Statements } from '../unit-of-work.js';
import type { LiveCursor } from './live-cursor.js';

/** That something has changed. Who may know of it is asked where it is told. */
export interface LiveChange {
  /** `user-task`, `case`, `alert`, `notice`, `message` and what later migrations tell of; `standing` and `session` are ours alone. */
  readonly topic: string;
  readonly id: string;
  readonly version: number | null;
  readonly caseId: string | null;
  /** The one person who may hear of it. */
  readonly personId: string | null;
  readonly inOutline: boolean;
}

export interface LiveChanges {
  /** Where the next look begins. */
  readonly cursor: LiveCursor;
  /** False where the cursor is older than what is kept, of another database, or too much has changed since: begin anew. */
  readonly isWhole: boolean;
  /** What was committed since, each thing once; empty where it is not whole. */
  readonly changes: readonly LiveChange[];
}

/** Now, for whoever begins. */
export async function liveCursorNow(work: Statements): Promise<LiveCursor> {
  const rows = await work.query<{ cursor: LiveCursor }>('SELECT pg_current_snapshot()::text AS cursor');
  return rows[0]!.cursor;
}

const since = `SELECT xid, topic, subject_id, version, case_id, person_id, in_outline FROM live_change
  WHERE xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
    AND ($3::text IS NULL OR pg_visible_in_snapshot(xid, $3::pg_snapshot))`;

/**
 * What was committed since `cursor`, which `isLiveCursor`; of one statement's snapshot, so that nothing falls in between. With
 * `until` only as far as that cursor, taken before: where somebody else goes on from there, nothing is told twice.
 */
export async function liveChangesSince(
  work: Statements,
  cursor: LiveCursor,
  max: number,
  until: LiveCursor | null = null,
): Promise<LiveChanges> {
  const rows = await work.query<LiveChanges & { readonly found: number }>(
    `WITH since AS MATERIALIZED (${since} LIMIT $2 + 1), here AS (SELECT pg_current_snapshot() AS snapshot)
     SELECT coalesce($3, here.snapshot::text) AS cursor, (SELECT count(*)::int FROM since) AS found,
       (SELECT swept_xid FROM live_horizon) < pg_snapshot_xmin($1::pg_snapshot)
         AND pg_snapshot_xmax($1::pg_snapshot) <= pg_snapshot_xmax(here.snapshot) AS "isWhole",
       (SELECT coalesce(jsonb_agg(one), '[]') FROM (
          SELECT topic, subject_id AS id, max(version) AS version, case_id AS "caseId", person_id AS "personId",
            bool_or(in_outline) AS "inOutline"
          FROM since WHERE xid < pg_snapshot_xmax(here.snapshot) GROUP BY 1, 2, 4, 5 ORDER BY 1, 2) one) AS changes
     FROM here`,
    [cursor, max, until],
  );
  const { found, ...read } = rows[0]!;
  return read.isWhole && found <= max ? read : { ...read, isWhole: false, changes: [] };
}

/** Whether anything is older than `before` (epoch ms). */
export async function hasOldLiveChanges(work: Statements, before: number): Promise<boolean> {
  const rows = await work.query(
    'SELECT 1 FROM live_change WHERE changed_at < to_timestamp($1 / 1000.0) LIMIT 1',
    [before],
  );
  return rows.length > 0;
}

/** Forgets what is older than `before` (epoch ms), and says so to those who come from there. */
export async function sweepLiveChanges(work: Statements, before: number): Promise<void> {
  await work.query(
    `WITH swept AS (DELETE FROM live_change WHERE changed_at < to_timestamp($1 / 1000.0) RETURNING xid)
     UPDATE live_horizon SET swept_xid = greatest(swept_xid, (SELECT max(xid) FROM swept))
     WHERE EXISTS (SELECT 1 FROM swept)`,
    [before],
  );
}
