import type { Work } from '../unit-of-work.js';

/**
 * Looks after messages whose command has its outcome: accepted ones are correlated; a refused one goes back to wait for
 * another receiver, and that subscription is never asked again. Answers how many there were.
 */
export async function settleMessages(work: Work, limit: number): Promise<number> {
  const done = await work.query<{ id: string; accepted: boolean }>(
    `SELECT m.id, k.outcome ->> 'status' = 'accepted' AS accepted
     FROM message m JOIN command k ON k.id = m.command_id
     WHERE m.state = 'carried' AND k.outcome IS NOT NULL
     ORDER BY m.id LIMIT $1 FOR UPDATE OF m SKIP LOCKED`,
    [limit],
  );
  const idsOf = (accepted: boolean) => done.filter((row) => row.accepted === accepted).map((row) => row.id);
  await work.query(`UPDATE message SET state = 'correlated' WHERE id = ANY ($1)`, [idsOf(true)]);
  await putBack(work, idsOf(false));
  return done.length;
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
