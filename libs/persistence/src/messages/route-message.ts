import { required } from '@wuqing/kernel';
import type { Work } from '../unit-of-work.js';
import { carryMessage } from './carry-message.js';
import { findMessage, lockBuffered, type MessageRow } from './message.repository.js';
import { startByTrigger, triggersInForce, type StartContext } from './start-by-trigger.js';

/**
 * The first look at a published message: it goes to the case that waits for it; where none does it starts one, if a
 * process in force begins with it (BPMN 2.0.2 §10.5.2); else it waits for its time to live.
 */
export async function routeMessage(work: Work, id: string, context: StartContext): Promise<void> {
  const published = required(await findMessage(work, id), `message ${id}`);
  const carried = await carryMessage(work, id, context, published.publishedAt);
  const message = carried ? undefined : await lockBuffered(work, id);
  if (message) await startCase(work, message, context);
  await work.query('UPDATE message SET routed = true WHERE id = $1', [id]);
}

/** Of several processes that begin with the message the first by key: a message has one receiver. */
async function startCase(work: Work, message: MessageRow, context: StartContext): Promise<void> {
  const [trigger] = await triggersInForce(work, 'message', message);
  if (!trigger) return;
  const started = await startByTrigger(
    work,
    trigger,
    { ...message, occurrenceId: message.messageId },
    context,
  );
  if (!started) return;
  const { caseId, commandId } = started;
  await work.query(`UPDATE message SET state = 'carried', case_id = $2, command_id = $3 WHERE id = $1`, [
    message.id,
    caseId,
    commandId,
  ]);
}
