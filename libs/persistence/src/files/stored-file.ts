import type { FileRule } from '@wuqing/files';

export interface StoredFileRow {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  /** Null where it came without a step. */
  readonly userTaskId: string | null;
  /** Name of the form's field for which it was uploaded. */
  readonly field: string;
  readonly ownerId: string;
  readonly requestHash: string;
  /** What the field took when it was announced. */
  readonly rule: FileRule;
  readonly originalName: string;
  readonly declaredBytes: number;
  readonly state: 'receiving' | 'kept' | 'refused' | 'swept';
  /** A Chinese sentence. */
  readonly refusal: string | null;
  readonly name: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly hasThumbnail: boolean;
  readonly isBound: boolean;
  readonly createdAt: Date;
}

/**
 * Who refers to the row of `stored_file f` and may still need it: a draft `r`, or a command `k` that is to be kept, to be carried
 * out, or was accepted. Of one that was refused nothing is left to wait for.
 */
export const references = `SELECT 1 FROM file_reference r LEFT JOIN command k ON r.kind = 'command' AND k.id = r.referrer
  WHERE r.file_id = f.id AND (k.outcome IS NULL OR k.outcome ->> 'status' = 'accepted')`;

/** Of `stored_file f`. */
export const fileColumns = `f.id, f.case_id AS "caseId", f.unit_id AS "unitId", f.user_task_id AS "userTaskId", f.field,
  f.owner_id AS "ownerId", f.request_hash AS "requestHash", f.rule, f.original_name AS "originalName",
  f.declared_bytes::float8 AS "declaredBytes", f.state, f.refusal, f.name, f.media_type AS "mediaType",
  f.bytes::float8 AS bytes, f.sha256, f.width, f.height, f.has_thumbnail AS "hasThumbnail", f.is_bound AS "isBound",
  f.created_at AS "createdAt"`;
