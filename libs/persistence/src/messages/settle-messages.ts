import type { DueRow, Look } from '../set-aside/look.js';
import type { Work } from '../unit-of-work.js';

export interface AnsweredMessage extends DueRow {
  readonly accepted: boolean;
}

/** Messages whose command has its outcome. */
export function answeredMessages(work: Work, { limit, without, only }: Look): Promise<AnsweredMessage[]> {
  return work.query<AnsweredMessage>(
    `SELECT m.id, m.case_id AS "caseId", k.outcome ->> 'status' = 'accepted' AS accepted
     FROM message m JOIN command k ON k.id = m.command_id
     WHERE m.state = 'carried' AND k.outcome IS NOT NULL AND m.id <> ALL ($2) AND ($3::uuid[] IS NULL OR m.id = ANY ($3))
     ORDER BY m.id LIMIT $1 FOR UPDATE OF m SKIP LOCKED`,
    [limit, without, only ?? null],
  );
}

/**
 * What was accepted is correlated; what was refused goes back to wait for another receiver, and that subscription is
 * never asked again.
 */
export async function settleMessages(work: Work, answered: readonly AnsweredMessage[]): Promise<void> {
  const idsOf = (accepted: boolean) =>
    answered.filter((row) => row.accepted === accepted).map((row) => row.id);
  await work.query(`UPDATE message SET state = 'correlated' WHERE id = ANY ($1)`, [idsOf(true)]);
  await putBack(work, idsOf(false));
}

async function putBack(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await work.query(
    `INSERT INTO message_refusal (message_id, case_id, element_key)
     SELECT id, case_id, element_key FROM message WHERE id = ANY ($1) AND element_key IS NOT NULL`,
    [ids],
  );
  await work.query('UPDATE message_subscription SET message_id = NULL WHERE message_id = ANY ($1)', [ids]);
  await work.query(
    `UPDATE message SET state = 'buffered', case_id = NULL, element_key = NULL, command_id = NULL WHERE id = ANY ($1)`,
    [ids],
  );
}
