import type { Work } from '../unit-of-work.js';
import type { BrokenCase } from './check-evidence.js';

/** Stands for an element: it is the case as a whole that is stuck. */
const EVIDENCE = 'evidence';

/**
 * Raises an incident at each of these cases that is broken, once, and takes it back where a case is whole again: a backup was put
 * in its place. `now`: epoch ms on the real clock.
 */
export async function noteEvidence(
  work: Work,
  caseIds: readonly string[],
  broken: readonly BrokenCase[],
  now: number,
): Promise<void> {
  await work.query(
    `UPDATE incident SET resolved_at = to_timestamp($4 / 1000.0)
     WHERE element_key = $3 AND case_id = ANY ($1) AND case_id <> ALL ($2) AND resolved_at IS NULL`,
    [caseIds, broken.map(({ caseId }) => caseId), EVIDENCE, now],
  );
  if (broken.length === 0) return;
  const rows = broken.map(({ caseId, broken: { message } }) => ({ caseId, message }));
  await work.query(
    `INSERT INTO incident AS i (case_id, element_key, unit_id, element_id, code, message, raised_at)
     SELECT c.id, $2, c.unit_id, $2, 'broken-evidence', t.message,
       to_timestamp($3 / 1000.0) + c.clock_offset_ms * interval '1 millisecond'
     FROM jsonb_to_recordset($1) AS t ("caseId" uuid, message text) JOIN process_instance c ON c.id = t."caseId"
     ON CONFLICT (case_id, element_key) DO UPDATE SET message = excluded.message, resolved_at = NULL,
       raised_at = CASE WHEN i.resolved_at IS NULL THEN i.raised_at ELSE excluded.raised_at END`,
    [JSON.stringify(rows), EVIDENCE, now],
  );
}
