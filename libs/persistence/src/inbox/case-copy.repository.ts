import { caseColumns, caseTables, type CaseRow } from '../case.repository.js';
import { askPrepared } from '../prepared.js';
import type { Statements, Work } from '../unit-of-work.js';

/** A case that somebody was told of (抄送). */
export interface CaseCopyRow extends CaseRow {
  readonly copyId: string;
  readonly sentById: string;
  readonly sentByName: string;
  readonly note: string;
  readonly sentAt: Date;
  readonly readAt: Date | null;
  /** ISO; lists are in its order. */
  readonly sentOrder: string;
}

export interface CopyFilter {
  readonly personId: string;
  readonly unreadOnly: boolean;
  /** `sentOrder` and copy id of the last row seen. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** What the person was told of, the latest first. */
export const listCopies = (
  work: Statements,
  { personId, unreadOnly, after, limit }: CopyFilter,
): Promise<CaseCopyRow[]> =>
  askPrepared<CaseCopyRow>(
    work,
    `SELECT ${caseColumns}, y.id AS "copyId", y.sent_by AS "sentById", s.name AS "sentByName", y.note, y.sent_at AS "sentAt",
       y.read_at AS "readAt", to_jsonb(y.sent_at) #>> '{}' AS "sentOrder"
     FROM (SELECT * FROM case_copy WHERE person_id = $1 AND (NOT $2 OR read_at IS NULL)
         AND ($3::text IS NULL OR (sent_at, id) < ($3::timestamptz, $4::uuid))
       ORDER BY sent_at DESC, id DESC LIMIT $5) y
     JOIN person s ON s.id = y.sent_by JOIN (${caseTables}) ON c.id = y.case_id
     ORDER BY y.sent_at DESC, y.id DESC`,
    [personId, unreadOnly, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** One request that tells persons of a case. */
export interface CopyAct {
  readonly actId: string;
  readonly bodyHash: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly sentBy: string;
  readonly note: string;
  /** ISO. */
  readonly at: string;
}

export async function sendCopies(work: Work, act: CopyAct, personIds: readonly string[]): Promise<void> {
  const { actId, bodyHash, caseId, unitId, sentBy, note, at } = act;
  await work.query(
    `INSERT INTO case_copy (id, act_id, body_hash, case_id, unit_id, sent_by, note, sent_at, person_id)
     SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, t.id FROM unnest($8::uuid[]) AS t (id)`,
    [actId, bodyHash, caseId, unitId, sentBy, note, at, personIds],
  );
}

export interface CopyOfAct {
  readonly bodyHash: string;
  readonly sentBy: string;
  readonly personId: string;
}

export const copiesOfAct = (work: Work, actId: string): Promise<CopyOfAct[]> =>
  work.query<CopyOfAct>(
    `SELECT body_hash AS "bodyHash", sent_by AS "sentBy", person_id AS "personId" FROM case_copy WHERE act_id = $1`,
    [actId],
  );

/** False where the person was sent no such copy. */
export async function markCopyRead(work: Work, id: string, personId: string, at: string): Promise<boolean> {
  const rows = await work.query(
    'UPDATE case_copy SET read_at = coalesce(read_at, $3) WHERE id = $1 AND person_id = $2 RETURNING id',
    [id, personId, at],
  );
  return rows.length > 0;
}
