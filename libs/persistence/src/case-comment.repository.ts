import type { Statements, Work } from './unit-of-work.js';

/** What somebody said of a case (评论). */
export interface CaseCommentRow {
  readonly id: string;
  readonly caseId: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly text: string;
  readonly saidAt: Date;
}

const select = `SELECT k.id, k.case_id AS "caseId", k.author_id AS "authorId", p.name AS "authorName", k.text, k.said_at AS "saidAt"
  FROM case_comment k JOIN person p ON p.id = k.author_id`;

/** All of a case, the earliest first. */
export const commentsOfCase = (work: Statements, caseId: string): Promise<CaseCommentRow[]> =>
  work.query<CaseCommentRow>(`${select} WHERE k.case_id = $1 ORDER BY k.said_at, k.id`, [caseId]);

export async function findComment(work: Statements, id: string): Promise<CaseCommentRow | undefined> {
  return (await work.query<CaseCommentRow>(`${select} WHERE k.id = $1`, [id]))[0];
}

export interface NewComment {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly authorId: string;
  readonly text: string;
  /** ISO. */
  readonly at: string;
}

export const insertComment = (
  work: Work,
  { id, caseId, unitId, authorId, text, at }: NewComment,
): Promise<unknown> =>
  work.query(
    'INSERT INTO case_comment (id, case_id, unit_id, author_id, text, said_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, caseId, unitId, authorId, text, at],
  );
