import type { Work } from './unit-of-work.js';

/** A photo that a villager has put to his objection or complaint, as it is kept: rebuilt, without what the camera wrote into it. */
export interface ObjectionPhotoRow {
  /** Its key in the storage of files. */
  readonly id: string;
  /** One of the two. */
  readonly objectionId: string | null;
  readonly complaintId: string | null;
  readonly caseId: string;
  readonly unitId: string;
  /** From 0, in the order in which they were sent. */
  readonly place: number;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

const columns = `id, objection_id AS "objectionId", complaint_id AS "complaintId", case_id AS "caseId", unit_id AS "unitId", place, media_type AS "mediaType", bytes, sha256,
  width, height`;

export async function insertObjectionPhotos(work: Work, photos: readonly ObjectionPhotoRow[]): Promise<void> {
  if (photos.length === 0) return;
  await work.query(
    `INSERT INTO objection_photo (id, objection_id, complaint_id, case_id, unit_id, place, media_type, bytes, sha256, width, height)
     SELECT id, "objectionId", "complaintId", "caseId", "unitId", place, "mediaType", bytes, sha256, width, height
     FROM jsonb_to_recordset($1) AS t (id uuid, "objectionId" uuid, "complaintId" uuid, "caseId" uuid, "unitId" uuid, place int, "mediaType" text,
       bytes int, sha256 text, width int, height int)`,
    [JSON.stringify(photos)],
  );
}

/** Of these objections, each one's in their order. */
export const photosOfObjections = (
  work: Work,
  objectionIds: readonly string[],
): Promise<ObjectionPhotoRow[]> =>
  work.query<ObjectionPhotoRow>(
    `SELECT ${columns} FROM objection_photo WHERE objection_id = ANY ($1) ORDER BY objection_id, place`,
    [objectionIds],
  );

/** Of a complaint, in their order. */
export const photosOfComplaint = (work: Work, complaintId: string): Promise<ObjectionPhotoRow[]> =>
  work.query<ObjectionPhotoRow>(
    `SELECT ${columns} FROM objection_photo WHERE complaint_id = $1 ORDER BY place`,
    [complaintId],
  );

/** To whose objections, or complaint, it belongs. */
export async function caseOfObjectionPhoto(work: Work, id: string): Promise<string | undefined> {
  const rows = await work.query<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM objection_photo WHERE id = $1',
    [id],
  );
  return rows[0]?.caseId;
}

/** Of all objections to a notice since `since` (epoch ms, the case's own time). */
export async function countObjectionPhotos(work: Work, noticeId: string, since: number): Promise<number> {
  const [row] = await work.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM objection_photo p JOIN public_objection o ON o.id = p.objection_id
     WHERE o.notice_id = $1 AND o.received_at >= to_timestamp($2 / 1000.0)`,
    [noticeId, since],
  );
  return row?.n ?? 0;
}
