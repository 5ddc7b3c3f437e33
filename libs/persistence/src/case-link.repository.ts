import { caseColumns, caseTables, type CaseRow } from './case.repository.js';
import type { Work } from './unit-of-work.js';

export interface NewCaseLink {
  readonly caseId: string;
  /** The case it came out of. */
  readonly firstCaseId: string;
  readonly unitId: string;
}

export interface LinkedCaseRow extends CaseRow {
  /** Seen from the case that was asked about. */
  readonly relation: 'first' | 'following' | 'gathered';
}

export async function insertCaseLink(
  work: Work,
  { caseId, firstCaseId, unitId }: NewCaseLink,
): Promise<void> {
  await work.query('INSERT INTO case_link (case_id, first_case_id, unit_id) VALUES ($1, $2, $3)', [
    caseId,
    firstCaseId,
    unitId,
  ]);
}

/** The case it came out of, those that came out of it, and those that were counted together with it, by number. */
export function linkedCasesOf(work: Work, caseId: string): Promise<LinkedCaseRow[]> {
  return work.query<LinkedCaseRow>(
    `SELECT ${caseColumns}, CASE WHEN l.case_id = $1 THEN 'first' ELSE 'following' END AS relation
     FROM ${caseTables} JOIN case_link l ON c.id = CASE WHEN l.case_id = $1 THEN l.first_case_id ELSE l.case_id END
     WHERE l.case_id = $1 OR l.first_case_id = $1
     UNION ALL
     SELECT ${caseColumns}, 'gathered' FROM ${caseTables}
     WHERE c.id IN (SELECT gathered_id FROM gathered_case WHERE case_id = $1
       UNION SELECT case_id FROM gathered_case WHERE gathered_id = $1
       UNION SELECT other.gathered_id FROM gathered_case own JOIN gathered_case other USING (case_id) WHERE own.gathered_id = $1)
       AND c.id <> $1
     ORDER BY number`,
    [caseId],
  );
}
