import type { Work } from '../unit-of-work.js';
import { acceptedAt, processOf } from './accepted-payload.js';
import { insertCommand, reserve, type Receiver } from './carry-message.js';
import type { MessageRow } from './message.repository.js';

/** Messages that are looked at for one subscription. */
const CANDIDATES = 20;

/**
 * A subscription that has just opened takes the oldest message that came before it and that it accepts, in the transaction that opens it and
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
     ORDER BY published_at, id LIMIT ${CANDIDATES} FOR UPDATE SKIP LOCKED`,
    [receiver.messageName, receiver.correlationKey, now, receiver.unitId, walled],
  );
  if (rows.length === 0) return;
  const reception = { process: await processOf(work, receiver.checksum), reads: receiver.reads };
  for (const message of rows) {
    const accepted = acceptedAt(reception, receiver.elementId, message.variables);
    if (!accepted.ok) continue; // the router says so
    if (await reserve(work, message, receiver))
      await insertCommand(work, { ...message, variables: accepted.value }, receiver, now);
    return;
  }
}
