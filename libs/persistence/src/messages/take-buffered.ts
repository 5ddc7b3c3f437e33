import type { Work } from '../unit-of-work.js';
import { insertCommand, reserve, type Receiver } from './carry-message.js';
import type { MessageRow } from './message.repository.js';

/**
 * A subscription that has just opened takes the oldest message that came before it, in the transaction that opens it and
 * under its case's lock. One that somebody else is carrying at this moment is passed over; should it come back, the
 * message router finds it.
 */
export async function takeBuffered(
  work: Work,
  receiver: Receiver,
  walled: boolean,
  now: number,
): Promise<void> {
  const rows = await work.query<Pick<MessageRow, 'id' | 'variables'>>(
    `SELECT id, variables FROM message
     WHERE name = $1 AND correlation_key = $2 AND state = 'buffered' AND expires_at > to_timestamp($3 / 1000.0)
       AND (reach IS NULL OR $4::uuid = ANY (reach)) AND (reaches_walled OR NOT $5)
     ORDER BY published_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [receiver.messageName, receiver.correlationKey, now, receiver.unitId, walled],
  );
  const [message] = rows;
  if (message && (await reserve(work, message, receiver))) await insertCommand(work, message, receiver, now);
}
