import { insertOrFind, type InsertedOrFound } from '../insert-or-find.js';
import type { Statements, Work } from '../unit-of-work.js';
import { fileColumns, references, type StoredFileRow } from './stored-file.js';

export type { StoredFileRow } from './stored-file.js';

export type NewUpload = Pick<
  StoredFileRow,
  | 'id'
  | 'caseId'
  | 'unitId'
  | 'userTaskId'
  | 'field'
  | 'ownerId'
  | 'requestHash'
  | 'rule'
  | 'originalName'
  | 'declaredBytes'
>;

/** `now`: epoch ms. */
export const insertOrFindUpload = (
  work: Work,
  upload: NewUpload,
  now: number,
): Promise<InsertedOrFound<StoredFileRow>> =>
  insertOrFind(
    work,
    {
      sql: `INSERT INTO stored_file AS f (id, case_id, unit_id, user_task_id, field, owner_id, request_hash, original_name,
          declared_bytes, rule, created_at, touched_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), to_timestamp($11 / 1000.0))
        ON CONFLICT (id) DO NOTHING RETURNING ${fileColumns}`,
      values: [
        upload.id,
        upload.caseId,
        upload.unitId,
        upload.userTaskId,
        upload.field,
        upload.ownerId,
        upload.requestHash,
        upload.originalName,
        upload.declaredBytes,
        JSON.stringify(upload.rule),
        now,
      ],
    },
    { sql: `SELECT ${fileColumns} FROM stored_file f WHERE f.id = $1`, values: [upload.id] },
  );

/** The person's own upload; undefined where there is none, or it is another's or gone. */
export async function findOwnUpload(
  work: Statements,
  id: string,
  ownerId: string,
): Promise<StoredFileRow | undefined> {
  const rows = await work.query<StoredFileRow>(
    `SELECT ${fileColumns} FROM stored_file f WHERE f.id = $1 AND f.owner_id = $2 AND f.state <> 'swept'`,
    [id, ownerId],
  );
  return rows[0];
}

/** What one person has lying about that nothing was submitted with. */
export async function openUploadsOf(
  work: Work,
  ownerId: string,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const [row] = await work.query<{ count: number; bytes: number }>(
    `SELECT count(*)::int AS count, coalesce(sum(declared_bytes), 0)::float8 AS bytes FROM stored_file
     WHERE owner_id = $1 AND NOT is_bound AND state IN ('receiving', 'kept')`,
    [ownerId],
  );
  return row!;
}

/** How many files of this field of the step are on their way or kept, and not yet submitted. */
export async function openUploadsOfField(work: Work, userTaskId: string, field: string): Promise<number> {
  const [row] = await work.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM stored_file
     WHERE user_task_id = $1 AND field = $2 AND NOT is_bound AND state IN ('receiving', 'kept')`,
    [userTaskId, field],
  );
  return row!.count;
}

export interface KeptContent {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly hasThumbnail: boolean;
}

/** Says what has come; the first who says it is believed. `now`: epoch ms. */
export async function markKept(work: Work, id: string, content: KeptContent, now: number): Promise<void> {
  await work.query(
    `UPDATE stored_file SET state = 'kept', name = $2, media_type = $3, bytes = $4, sha256 = $5, width = $6, height = $7,
       has_thumbnail = $8, touched_at = to_timestamp($9 / 1000.0)
     WHERE id = $1 AND state = 'receiving'`,
    [
      id,
      content.name,
      content.mediaType,
      content.bytes,
      content.sha256,
      content.width,
      content.height,
      content.hasThumbnail,
      now,
    ],
  );
}

export async function markRefused(work: Work, id: string, refusal: string, now: number): Promise<void> {
  await work.query(
    `UPDATE stored_file SET state = 'refused', refusal = $2, touched_at = to_timestamp($3 / 1000.0)
     WHERE id = $1 AND state = 'receiving'`,
    [id, refusal, now],
  );
}

/** Its owner wants it no longer: nobody needs it, so that it goes. Whether there was such a one. */
export async function giveUpUpload(work: Work, id: string, ownerId: string): Promise<boolean> {
  const rows = await work.query<{ id: string }>(
    `UPDATE stored_file f SET state = 'swept' WHERE f.id = $1 AND f.owner_id = $2 AND NOT f.is_bound AND f.state <> 'swept'
       AND NOT EXISTS (${references}) RETURNING f.id`,
    [id, ownerId],
  );
  return rows.length > 0;
}

export const touchUpload = (work: Work, id: string, now: number): Promise<unknown> =>
  work.query('UPDATE stored_file SET touched_at = to_timestamp($2 / 1000.0) WHERE id = $1', [id, now]);

export interface FileOrigin {
  /** As the camera or the device wrote it: `2026-08-24T09:30:00` with or without an offset. */
  readonly takenAt: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly source: 'photo' | 'device';
  readonly originalSha256: string | null;
}

export async function insertOrigin(
  work: Work,
  { id, caseId, unitId }: Pick<StoredFileRow, 'id' | 'caseId' | 'unitId'>,
  { takenAt, latitude, longitude, source, originalSha256 }: FileOrigin,
): Promise<void> {
  await work.query(
    `INSERT INTO file_origin (file_id, case_id, unit_id, taken_at, latitude, longitude, source, original_sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (file_id) DO NOTHING`,
    [id, caseId, unitId, takenAt, latitude, longitude, source, originalSha256],
  );
}

export interface WantedFiles {
  readonly caseId: string;
  readonly ids: readonly string[];
  /** The command that is about to be kept. */
  readonly commandId: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Of these files those that are kept for the case. One statement: from it on the command needs them and they are as if just used,
 * so that nobody sweeps one before the command's row is there; whom the sweep has taken before is not among them.
 */
export const takeFilesOfCase = (
  statements: Statements,
  { caseId, ids, commandId, now }: WantedFiles,
): Promise<StoredFileRow[]> =>
  statements.query<StoredFileRow>(
    `WITH f AS (
       UPDATE stored_file SET touched_at = to_timestamp($4 / 1000.0)
       WHERE case_id = $1 AND id = ANY ($2) AND state = 'kept' RETURNING *
     ), referred AS (
       INSERT INTO file_reference (file_id, kind, referrer) SELECT id, 'command', $3 FROM f ON CONFLICT DO NOTHING
     )
     SELECT ${fileColumns} FROM f`,
    [caseId, ids, commandId, now],
  );

/** What such a submission took and is not kept with: unless a retry of it was kept meanwhile, nobody needs them for it. */
export const letGoOfFiles = (statements: Statements, commandId: string): Promise<unknown> =>
  statements.query(
    `DELETE FROM file_reference r WHERE r.kind = 'command' AND r.referrer = $1
       AND NOT EXISTS (SELECT 1 FROM command k WHERE k.id = $1)`,
    [commandId],
  );
