import { isPassing } from '../database-away.js';
import { noteFailure } from '../set-aside/note-failure.js';
import type { Work } from '../unit-of-work.js';
import { acceptedAt, processOf } from './accepted-payload.js';
import { insertCommand, reserve, type Receiver } from './carry-message.js';
import type { MessageRow } from './message.repository.js';

/** Messages that are looked at for one subscription. */
const CANDIDATES = 20;

/**
 * A subscription that has just opened takes the oldest message that came before it and that it accepts, in the transaction
 * that opens it and under its case's lock. One that somebody else is carrying at this moment is passed over; should it come back, the
 * message router finds it. One that cannot be taken is set aside: the case goes on without it.
 */
export async function takeBuffered(
  work: Work,
  receiver: Receiver,
  walled: boolean,
  now: number,
): Promise<void> {
  const messages = await work.query<Buffered>(
    `SELECT id, variables, routed FROM message m
     WHERE name = $1 AND correlation_key = $2 AND state = 'buffered' AND expires_at > to_timestamp($3 / 1000.0)
       AND (reach IS NULL OR $4::uuid = ANY (reach)) AND (reaches_walled OR NOT $5)
       AND NOT EXISTS (SELECT 1 FROM set_aside a WHERE a.queue IN ('message', 'message-delivery') AND a.row_id = m.id::text
         AND a.resolved_at IS NULL AND a.set_aside_at IS NOT NULL)
     ORDER BY published_at, id LIMIT ${CANDIDATES} FOR UPDATE OF m SKIP LOCKED`,
    [receiver.messageName, receiver.correlationKey, now, receiver.unitId, walled],
  );
  if (messages.length === 0) return;
  const reception = { process: await processOf(work, receiver.checksum), reads: receiver.reads };
  for (const message of messages) if (await isTaken(work, receiver, message, { reception, now })) return;
}

type Buffered = Pick<MessageRow, 'id' | 'variables'> & { readonly routed: boolean };

interface Taking {
  readonly reception: Parameters<typeof acceptedAt>[0];
  readonly now: number;
}

/** False where the next message may be taken: this one is not accepted, which the router says, or was set aside. */
async function isTaken(
  work: Work,
  receiver: Receiver,
  message: Buffered,
  { reception, now }: Taking,
): Promise<boolean> {
  try {
    return await work.part(async () => {
      const accepted = acceptedAt(reception, receiver.elementId, message.variables);
      if (!accepted.ok) return false;
      if (await reserve(work, message, receiver))
        await insertCommand(work, { ...message, variables: accepted.value }, receiver, now);
      return true;
    });
  } catch (error) {
    if (isPassing(error)) throw error;
    const queue = message.routed ? 'message-delivery' : 'message';
    await noteFailure(work, { queue, rowId: message.id, caseId: receiver.caseId, error, now, triesMax: 1 });
    return false;
  }
}
