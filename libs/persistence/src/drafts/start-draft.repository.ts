import type { JsonObject } from '@wuqing/kernel';
import type { Statements } from '../unit-of-work.js';

/** What somebody has written to start a case of that process with. */
export interface StartDraftRow {
  readonly processKey: string;
  readonly content: JsonObject;
  readonly version: number;
  readonly savedAt: Date;
}

export interface StartDraftOf {
  readonly ownerId: string;
  readonly processKey: string;
}

export interface NewStartDraft extends StartDraftOf {
  readonly content: JsonObject;
  /** The version that its writer began with; 0 where he knew of none. */
  readonly basedOn: number;
  /** ISO. */
  readonly at: string;
}

const columns = 'process_key AS "processKey", content, version, saved_at AS "savedAt"';

/** All that the person has begun, the latest first: of each process at most one. */
export const startDraftsOf = (work: Statements, ownerId: string): Promise<StartDraftRow[]> =>
  work.query<StartDraftRow>(
    `SELECT ${columns} FROM start_draft WHERE owner_id = $1 ORDER BY saved_at DESC, process_key`,
    [ownerId],
  );

export async function findStartDraft(
  work: Statements,
  { ownerId, processKey }: StartDraftOf,
): Promise<StartDraftRow | undefined> {
  const rows = await work.query<StartDraftRow>(
    `SELECT ${columns} FROM start_draft WHERE owner_id = $1 AND process_key = $2`,
    [ownerId, processKey],
  );
  return rows[0];
}

/** As `keepFormDraft`: the next version, if its writer began with the latest one. */
export async function keepStartDraft(
  work: Statements,
  { ownerId, processKey, content, basedOn, at }: NewStartDraft,
): Promise<number | undefined> {
  const rows = await work.query<{ version: number }>(
    `INSERT INTO start_draft AS d (owner_id, process_key, content, version, saved_at)
       VALUES ($1, $2, $3::jsonb, $4::int + 1, $5)
     ON CONFLICT (owner_id, process_key) DO UPDATE SET content = excluded.content, version = excluded.version,
         saved_at = excluded.saved_at
       WHERE d.version = $4::int OR (d.version = $4::int + 1 AND d.content = excluded.content)
     RETURNING version`,
    [ownerId, processKey, JSON.stringify(content), basedOn, at],
  );
  return rows[0]?.version;
}

export const dropStartDraft = (work: Statements, { ownerId, processKey }: StartDraftOf): Promise<unknown[]> =>
  work.query('DELETE FROM start_draft WHERE owner_id = $1 AND process_key = $2', [ownerId, processKey]);
