import type { JsonObject } from '@wuqing/kernel';
import { askPrepared } from '../prepared.js';
import type { Statements } from '../unit-of-work.js';
import { userTaskColumns, userTaskTables, type UserTaskRow } from '../user-task.repository.js';

/** What somebody has written into the form of an open step. */
export interface FormDraftRow {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly content: JsonObject;
  readonly version: number;
  readonly savedAt: Date;
}

export interface DraftOf {
  readonly userTaskId: string;
  readonly ownerId: string;
}

export interface NewFormDraft extends DraftOf {
  /** Of the row, where there is none yet. */
  readonly id: string;
  readonly content: JsonObject;
  /** The version that its writer began with; 0 where he knew of none. */
  readonly basedOn: number;
  /** ISO. */
  readonly at: string;
  /** The files that it names: as long as it does they are not swept. */
  readonly fileIds: readonly string[];
}

/** The person's own draft of the step; where he has none and `orLeft`, what the last holder left behind. */
export async function findFormDraft(
  work: Statements,
  { userTaskId, ownerId, orLeft }: DraftOf & { readonly orLeft: boolean },
): Promise<FormDraftRow | undefined> {
  const rows = await askPrepared<FormDraftRow>(
    work,
    `SELECT d.owner_id AS "ownerId", p.name AS "ownerName", d.content, d.version, d.saved_at AS "savedAt"
     FROM form_draft d JOIN person p ON p.id = d.owner_id
     WHERE d.user_task_id = $1 AND (d.owner_id = $2 OR ($3 AND d.left_behind))
     ORDER BY d.owner_id = $2 DESC, d.saved_at DESC LIMIT 1`,
    [userTaskId, ownerId, orLeft],
  );
  return rows[0];
}

/**
 * Writes the draft as the next version, if the step is open and its writer began with the latest one; the same again is the same
 * version. One statement. Answers the version; undefined where nothing was written.
 */
export async function keepFormDraft(
  work: Statements,
  { id, userTaskId, ownerId, content, basedOn, at, fileIds }: NewFormDraft,
): Promise<number | undefined> {
  const rows = await askPrepared<{ version: number }>(
    work,
    `WITH task AS (SELECT id, case_id, unit_id FROM user_task WHERE id = $1 AND state = 'open' FOR SHARE),
     files AS (SELECT f.id FROM stored_file f, task t
       WHERE f.user_task_id = t.id AND f.id = ANY ($7::uuid[]) AND f.state <> 'swept' ORDER BY f.id FOR SHARE OF f),
     kept AS (INSERT INTO form_draft AS d (id, user_task_id, case_id, unit_id, owner_id, content, version, saved_at)
       SELECT $2::uuid, id, case_id, unit_id, $3::uuid, $4::jsonb, $5::int + 1, $6::timestamptz FROM task
       ON CONFLICT (user_task_id, owner_id) DO UPDATE SET content = excluded.content, version = excluded.version,
           saved_at = excluded.saved_at, left_behind = false
         WHERE d.version = $5::int OR (d.version = $5::int + 1 AND d.content = excluded.content)
       RETURNING id, version),
     let_go AS (DELETE FROM file_reference r USING kept k
       WHERE r.kind = 'draft' AND r.referrer = k.id::text AND r.file_id <> ALL ($7::uuid[])),
     held AS (INSERT INTO file_reference (file_id, kind, referrer) SELECT f.id, 'draft', k.id::text FROM files f, kept k
       ON CONFLICT DO NOTHING)
     SELECT version FROM kept`,
    [userTaskId, id, ownerId, JSON.stringify(content), basedOn, at, fileIds],
  );
  return rows[0]?.version;
}

/** Throws the person's own draft away; that of another stays. */
export const dropFormDraft = (work: Statements, { userTaskId, ownerId }: DraftOf): Promise<unknown[]> =>
  askPrepared(work, 'DELETE FROM form_draft WHERE user_task_id = $1 AND owner_id = $2', [
    userTaskId,
    ownerId,
  ]);

/** A step with the draft that somebody has of it. */
export interface DraftedTaskRow extends UserTaskRow {
  readonly draftId: string;
  readonly savedAt: Date;
  /** ISO; lists are in its order. */
  readonly savedOrder: string;
}

export interface DraftFilter {
  readonly ownerId: string;
  /** `savedOrder` and draft id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** The steps of which the person has a draft, the latest first. */
export const listFormDrafts = (
  work: Statements,
  { ownerId, after, limit }: DraftFilter,
): Promise<DraftedTaskRow[]> =>
  askPrepared<DraftedTaskRow>(
    work,
    `SELECT ${userTaskColumns}, y.id AS "draftId", y.saved_at AS "savedAt", to_jsonb(y.saved_at) #>> '{}' AS "savedOrder"
     FROM (SELECT * FROM form_draft WHERE owner_id = $1
         AND ($2::text IS NULL OR (saved_at, id) < ($2::timestamptz, $3::uuid))
       ORDER BY saved_at DESC, id DESC LIMIT $4) y
     JOIN (${userTaskTables}) ON t.id = y.user_task_id
     ORDER BY y.saved_at DESC, y.id DESC`,
    [ownerId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
