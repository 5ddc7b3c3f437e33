import type { Statements } from '../unit-of-work.js';
import { fileColumns, type StoredFileRow } from './stored-file.js';
import type { FileOrigin } from './upload.repository.js';

/** Where a file was submitted. */
export interface FileBindingRow {
  readonly fileId: string;
  readonly userTaskId: string;
  /** JSON Pointer into the submission. */
  readonly path: string;
  readonly levels: readonly string[];
  readonly boundAt: Date;
}

export interface BoundFileRow extends StoredFileRow {
  readonly bindings: readonly FileBindingRow[];
  readonly origin: FileOrigin | null;
}

const bindings = `(SELECT coalesce(jsonb_agg(jsonb_build_object('fileId', b.file_id, 'userTaskId', b.user_task_id,
    'path', b.path, 'levels', b.levels, 'boundAt', b.bound_at) ORDER BY b.bound_at), '[]')
  FROM file_binding b WHERE b.file_id = f.id) AS bindings`;
const origin = `(SELECT jsonb_build_object('takenAt', o.taken_at, 'latitude', o.latitude, 'longitude', o.longitude,
    'source', o.source, 'originalSha256', o.original_sha256) FROM file_origin o WHERE o.file_id = f.id) AS origin`;

/** Kept files with where they were submitted; undefined where there is none. */
export async function findKeptFile(work: Statements, id: string): Promise<BoundFileRow | undefined> {
  const rows = await work.query<BoundFileRow>(
    `SELECT ${fileColumns}, ${bindings}, ${origin} FROM stored_file f WHERE f.id = $1 AND f.state = 'kept'`,
    [id],
  );
  return rows[0];
}

/** What was submitted in a case, the oldest first. */
export const boundFilesOfCase = (work: Statements, caseId: string): Promise<BoundFileRow[]> =>
  work.query<BoundFileRow>(
    `SELECT ${fileColumns}, ${bindings}, ${origin} FROM stored_file f WHERE f.case_id = $1 AND f.is_bound
     ORDER BY f.created_at, f.id`,
    [caseId],
  );

/** What is on its way or kept for a step and not submitted yet, the oldest first. */
export const openFilesOfTask = (work: Statements, userTaskId: string): Promise<StoredFileRow[]> =>
  work.query<StoredFileRow>(
    `SELECT ${fileColumns} FROM stored_file f WHERE f.user_task_id = $1 AND NOT f.is_bound AND f.state <> 'swept'
     ORDER BY f.created_at, f.id`,
    [userTaskId],
  );

export interface NoticeWithFile {
  readonly id: string;
  /** What its case's now is ahead of the real one. */
  readonly clockOffsetMs: number;
}

/** The notices that came out of the submissions with a file. */
export const noticesWithFile = (work: Statements, fileId: string): Promise<NoticeWithFile[]> =>
  work.query<NoticeWithFile>(
    `SELECT DISTINCT n.id, c.clock_offset_ms::float8 AS "clockOffsetMs" FROM file_binding b
     JOIN public_notice n ON n.user_task_id = b.user_task_id JOIN process_instance c ON c.id = n.case_id
     WHERE b.file_id = $1 ORDER BY n.id`,
    [fileId],
  );
