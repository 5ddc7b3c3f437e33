import { insertOrFind, type InsertedOrFound } from '../insert-or-find.js';
import type { Work } from '../unit-of-work.js';
import type { DueRow, Look } from './look.js';
import { resolveFailures, type QueueName } from './set-aside.repository.js';

/** An operator's wish: what was mended, and that the row be tried again. */
export interface RetryWish {
  /** UUIDv5(actor, resource, idempotency key). */
  readonly id: string;
  readonly setAsideId: string;
  readonly actorId: string;
  readonly reason: string;
  readonly bodyHash: string;
}

const wishColumns = `id, set_aside_id AS "setAsideId", actor_id AS "actorId", reason, body_hash AS "bodyHash"`;

/** Keeps the wish, or finds the one that an earlier request with the same key left. */
export const insertOrFindRetry = (
  work: Work,
  wish: RetryWish,
  now: number,
): Promise<InsertedOrFound<RetryWish>> =>
  insertOrFind(
    work,
    {
      sql: `INSERT INTO set_aside_retry (id, set_aside_id, actor_id, reason, body_hash, asked_at)
        VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0)) ON CONFLICT (id) DO NOTHING RETURNING ${wishColumns}`,
      values: [wish.id, wish.setAsideId, wish.actorId, wish.reason, wish.bodyHash, now],
    },
    { sql: `SELECT ${wishColumns} FROM set_aside_retry WHERE id = $1`, values: [wish.id] },
  );

export async function findRetry(work: Work, id: string): Promise<RetryWish | undefined> {
  const rows = await work.query<RetryWish>(`SELECT ${wishColumns} FROM set_aside_retry WHERE id = $1`, [id]);
  return rows[0];
}

/** Wishes that are not granted yet, the oldest first. */
export function openRetries(work: Work, { limit, without }: Look): Promise<DueRow[]> {
  return work.query<DueRow>(
    'SELECT id FROM set_aside_retry WHERE done_at IS NULL AND id <> ALL ($2) ORDER BY asked_at, id LIMIT $1',
    [limit, without],
  );
}

/** Puts the row back into its queue, as if it had never failed. A wish for a row that is handled by now changes nothing. */
export async function grantRetry(work: Work, id: string, now: number): Promise<void> {
  const [row] = await work.query<{ queue: QueueName; rowId: string; setAsideId: string }>(
    `SELECT a.queue, a.row_id AS "rowId", a.id AS "setAsideId" FROM set_aside_retry r JOIN set_aside a ON a.id = r.set_aside_id
     WHERE r.id = $1 AND r.done_at IS NULL AND a.resolved_at IS NULL FOR UPDATE OF r, a SKIP LOCKED`,
    [id],
  );
  if (row) {
    await work.query(
      `UPDATE set_aside SET failures = 0, set_aside_at = NULL, next_attempt_at = to_timestamp($2 / 1000.0) WHERE id = $1`,
      [row.setAsideId, now],
    );
    await putBack[row.queue]?.(work, row.rowId, now);
  }
  await work.query('UPDATE set_aside_retry SET done_at = to_timestamp($2 / 1000.0) WHERE id = $1', [id, now]);
}

/** A dead letter goes on its way once more, as if it had never been tried. */
async function sendAgain(work: Work, rowId: string, now: number): Promise<void> {
  await work.query(
    `UPDATE notification_delivery SET attempts = 0, next_attempt_at = to_timestamp($2 / 1000.0)
     WHERE id = $1::uuid AND sent_at IS NULL AND dropped_at IS NULL`,
    [rowId, now],
  );
}

/** What beside its mark keeps a row out of its queue. */
const putBack: { readonly [Queue in QueueName]?: (work: Work, rowId: string, now: number) => Promise<void> } =
  {
    command: async (work, rowId, now) => {
      await work.query(
        'UPDATE command SET next_attempt_at = to_timestamp($2 / 1000.0) WHERE id = $1 AND outcome IS NULL',
        [rowId, now],
      );
    },
    outbox: async (work, rowId, now) => {
      await work.query(
        'UPDATE notification_outbox SET next_attempt_at = to_timestamp($2 / 1000.0) WHERE id = $1::bigint AND delivered_at IS NULL',
        [rowId, now],
      );
    },
    'delivery-mail': sendAgain,
    'delivery-webhook': sendAgain,
    'delivery-wecom': sendAgain,
    'delivery-dingtalk': sendAgain,
    // Whoever needs it asks by himself, and notes it anew where it is still missing.
    definition: (work, rowId, now) => resolveFailures(work, 'definition', [rowId], now),
    'journal-entry': (work, rowId, now) => reopenCommand(work, rowId.slice(rowId.indexOf('/') + 1), now),
  };

/** The entry of this command could not be written: the command goes on its way once more, its message with it. */
async function reopenCommand(work: Work, commandId: string, now: number): Promise<void> {
  const [reopened] = await work.query<{ id: string }>(
    `UPDATE command SET outcome = NULL, settled_at = NULL, next_attempt_at = to_timestamp($2 / 1000.0)
     WHERE id = $1 AND outcome ->> 'status' = 'incident' RETURNING id`,
    [commandId, now],
  );
  if (reopened) await takeMessageAlong(work, commandId);
}

/** `message:<message>:<case>:<subscription>`: what was put back for others is on its way again, if nobody has it by now. */
async function takeMessageAlong(work: Work, commandId: string): Promise<void> {
  const [, messageId, caseId, ...key] = commandId.split(':');
  if (!commandId.startsWith('message:') || messageId === undefined || caseId === undefined) return;
  const subscription = key.join(':');
  const [taken] = await work.query(
    `UPDATE message SET state = 'carried', case_id = $2, element_key = $3, command_id = $4
     WHERE id = $1 AND state IN ('buffered', 'expired') RETURNING id`,
    [messageId, caseId, subscription, commandId],
  );
  if (!taken) return;
  await work.query(
    'DELETE FROM message_refusal WHERE message_id = $1 AND case_id = $2 AND element_key = $3',
    [messageId, caseId, subscription],
  );
  await work.query(
    `UPDATE message_subscription SET message_id = $1
     WHERE case_id = $2 AND element_key = $3 AND closed_at IS NULL AND message_id IS NULL`,
    [messageId, caseId, subscription],
  );
}
