import type { Work } from '../unit-of-work.js';

/** That a person was told of a case in the product: when first, and when he read it first; null while he has not. */
export interface CaseReceipt {
  readonly personId: string;
  readonly name: string;
  readonly sentAt: Date;
  readonly readAt: Date | null;
}

/** Everybody who was told of a case, the first told first. */
export const receiptsOfCase = (work: Work, caseId: string): Promise<CaseReceipt[]> =>
  work.query<CaseReceipt>(
    `SELECT n.person_id AS "personId", p.name, min(n.created_at) AS "sentAt", min(n.read_at) AS "readAt"
     FROM personal_notification n JOIN person p ON p.id = n.person_id
     WHERE n.case_id = $1 GROUP BY n.person_id, p.name ORDER BY 3, p.name, n.person_id`,
    [caseId],
  );
