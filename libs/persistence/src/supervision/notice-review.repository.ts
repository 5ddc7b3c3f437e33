import type { Work } from '../unit-of-work.js';

export type LineResult = 'pass' | 'fail' | 'not-applicable';

export interface ReviewLine {
  readonly key: string;
  /** What the system had found, as the inspector read it. */
  readonly systemFinding: string;
  readonly result: LineResult;
}

/** Of the page on the net, or of the photos of the board. */
export type ReviewKind = 'online' | 'onsite';

export interface NewNoticeReview {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly noticeId: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly reviewedBy: string;
  readonly note: string | null;
  readonly bodyHash: string;
  /** Epoch ms. */
  readonly at: number;
  readonly lines: readonly ReviewLine[];
}

export interface NoticeReviewRow extends Omit<NewNoticeReview, 'at'> {
  readonly reviewedByName: string;
  readonly at: Date;
}

export async function insertNoticeReview(work: Work, review: NewNoticeReview): Promise<void> {
  const { id, kind, noticeId, caseId, unitId, reviewedBy, note, bodyHash, at, lines } = review;
  await work.query(
    `INSERT INTO notice_review (id, notice_id, case_id, unit_id, reviewed_by, note, body_hash, at, kind)
     VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0), $9)`,
    [id, noticeId, caseId, unitId, reviewedBy, note, bodyHash, at, kind],
  );
  await work.query(
    `INSERT INTO notice_review_line (review_id, line_key, system_finding, result)
     SELECT $1, key, "systemFinding", result FROM jsonb_to_recordset($2) AS t (key text, "systemFinding" text, result text)`,
    [id, JSON.stringify(lines)],
  );
}

const select = `SELECT w.id, w.kind, w.notice_id AS "noticeId", w.case_id AS "caseId", w.unit_id AS "unitId", w.reviewed_by AS "reviewedBy",
    p.name AS "reviewedByName", w.note, w.body_hash AS "bodyHash", w.at,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('key', l.line_key, 'systemFinding', l.system_finding, 'result', l.result) ORDER BY l.line_key), '[]')
      FROM notice_review_line l WHERE l.review_id = w.id) AS lines
  FROM notice_review w JOIN person p ON p.id = w.reviewed_by`;

export async function findNoticeReview(work: Work, id: string): Promise<NoticeReviewRow | undefined> {
  const rows = await work.query<NoticeReviewRow>(`${select} WHERE w.id = $1`, [id]);
  return rows[0];
}

/** Of one notice, the newest first. */
export const reviewsOfNotice = (work: Work, noticeId: string, kind: ReviewKind): Promise<NoticeReviewRow[]> =>
  work.query<NoticeReviewRow>(`${select} WHERE w.notice_id = $1 AND w.kind = $2 ORDER BY w.at DESC, w.id`, [
    noticeId,
    kind,
  ]);

/** The last review of the page in that unit of another notice of the same kind that came before this one. */
export async function reviewBefore(
  work: Work,
  notice: { readonly id: string; readonly unitId: string; readonly kind: string },
): Promise<NoticeReviewRow | undefined> {
  const rows = await work.query<NoticeReviewRow>(
    `${select} JOIN public_notice n ON n.id = w.notice_id JOIN public_notice own ON own.id = $1
     WHERE w.kind = 'online' AND w.unit_id = $2 AND n.id <> own.id AND n.kind = $3 AND n.published_at < own.published_at ORDER BY w.at DESC, w.id LIMIT 1`,
    [notice.id, notice.unitId, notice.kind],
  );
  return rows[0];
}
