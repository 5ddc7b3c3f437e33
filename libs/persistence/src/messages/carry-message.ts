import { correlate, type WaitingSubscription } from '@wuqing/bpmn-engine';
import { instant } from '@wuqing/kernel';
import { withNewestCalendar } from '../command.repository.js';
import type { Work } from '../unit-of-work.js';
import { acceptedAt, processOf } from './accepted-payload.js';
import { lockBuffered, type MessageRow } from './message.repository.js';
import { auditRefusal, type RefusalContext } from './refuse-payload.js';

/** Subscriptions that are looked at for one message; the longest wait comes first, so that more cannot matter. */
const CANDIDATES = 20;

/**
 * Gives a buffered message to its one receiver: the subscription is reserved and its command inserted, in this
 * transaction. False where nobody waits for it or somebody else has it.
 * `lookedAt` is the moment for which the receiver is sought: the first look is the moment of publication.
 * Lock order: the receiver's case first (as every writer), then the message.
 */
export async function carryMessage(
  work: Work,
  id: string,
  context: RefusalContext,
  lookedAt: number = context.now,
): Promise<boolean> {
  const receiver = await receiverOf(work, id, lookedAt);
  if (!receiver) return false;
  await work.query('SELECT 1 FROM process_instance WHERE id = $1 FOR NO KEY UPDATE', [receiver.caseId]);
  const message = await lockBuffered(work, id);
  if (!message) return false;
  const { checksum, reads, elementId } = receiver;
  const process = await processOf(work, checksum);
  const accepted = acceptedAt({ process, reads }, elementId, message.variables);
  if (!accepted.ok) {
    await refuse(work, message, receiver, accepted.error, context);
    return false;
  }
  if (!(await reserve(work, message, receiver))) return false;
  await insertCommand(work, { ...message, variables: accepted.value }, receiver, context.now);
  return true;
}

/** The message goes on looking for another receiver; this one is never offered it again. */
async function refuse(
  work: Work,
  { id, name }: MessageRow,
  { caseId, subscription }: Receiver,
  reason: string,
  context: RefusalContext,
): Promise<void> {
  await work.query('INSERT INTO message_refusal (message_id, case_id, element_key) VALUES ($1, $2, $3)', [
    id,
    caseId,
    subscription,
  ]);
  await auditRefusal(work, caseId, { action: 'RefuseMessage', name, subject: subscription, reason }, context);
}

export interface Receiver extends WaitingSubscription {
  readonly elementId: string;
  /** Of the version by which the receiving case goes. */
  readonly checksum: string;
  /** Names that expressions of the receiving process and of what it calls read: only these leave PostgreSQL. */
  readonly reads: readonly string[];
}

async function receiverOf(work: Work, id: string, now: number): Promise<Receiver | undefined> {
  const rows = await work.query<Receiver & { message: MessageRow }>(
    `SELECT s.case_id AS "caseId", s.element_key AS subscription, s.element_id AS "elementId", c.definition_checksum AS checksum, s.unit_id AS "unitId", s.message_name AS "messageName",
       s.correlation_key AS "correlationKey", (extract(epoch FROM s.opened_at) * 1000)::float8 AS "openedAt",
       (SELECT coalesce(jsonb_agg(DISTINCT read.variable), '[]') FROM process_definition_version a,
          jsonb_array_elements_text(names_read(a)) AS read (variable)
        WHERE a.checksum = ANY (c.definition_checksum || c.callers)) AS reads,
       jsonb_build_object('name', m.name, 'correlationKey', m.correlation_key, 'reach', m.reach,
         'expiresAt', (extract(epoch FROM m.expires_at) * 1000)::float8) AS message
     FROM message m
     JOIN message_subscription s ON s.message_name = m.name AND s.correlation_key = m.correlation_key
       AND s.closed_at IS NULL AND s.message_id IS NULL
     JOIN process_instance c ON c.id = s.case_id
     WHERE m.id = $1 AND m.state = 'buffered' AND (m.reach IS NULL OR s.unit_id = ANY (m.reach))
       AND (m.reaches_walled OR NOT is_walled_by(c.definition_checksum || c.callers)) AND NOT EXISTS (
       SELECT 1 FROM message_refusal r
       WHERE r.message_id = m.id AND r.case_id = s.case_id AND r.element_key = s.element_key)
     ORDER BY s.opened_at, s.case_id, s.element_key LIMIT ${CANDIDATES}`,
    [id],
  );
  const [first] = rows;
  if (!first) return undefined;
  const { name, correlationKey, reach, expiresAt } = first.message;
  return correlate(
    rows,
    { name, correlationKey, expiresAt: instant(expiresAt), ...(reach && { reach }) },
    instant(now),
  );
}

/** False where the subscription was closed or taken while its case's lock was waited for. */
export async function reserve(
  work: Work,
  { id }: Pick<MessageRow, 'id'>,
  { caseId, subscription }: Pick<Receiver, 'caseId' | 'subscription'>,
): Promise<boolean> {
  const rows = await work.query(
    `UPDATE message_subscription SET message_id = $1
     WHERE case_id = $2 AND element_key = $3 AND closed_at IS NULL AND message_id IS NULL RETURNING case_id`,
    [id, caseId, subscription],
  );
  return rows.length > 0;
}

/** The command that takes the message to its receiver, with what that accepts of it; the courier carries it. */
export async function insertCommand(
  work: Work,
  message: Pick<MessageRow, 'id' | 'variables'>,
  { caseId, subscription, unitId }: Pick<Receiver, 'caseId' | 'subscription' | 'unitId'>,
  now: number,
): Promise<void> {
  const commandId = `message:${message.id}:${caseId}:${subscription}`;
  const command = { type: 'CorrelateMessage', subscription, variables: message.variables };
  await work.query(
    `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, created_at)
     VALUES ($1, $2, $3, 'system:message', 'CorrelateMessage', $4::jsonb || ${withNewestCalendar}, '', to_timestamp($5 / 1000.0), to_timestamp($5 / 1000.0))`,
    [commandId, caseId, unitId, JSON.stringify({ command }), now],
  );
  await work.query(
    `UPDATE message SET state = 'carried', case_id = $2, element_key = $3, command_id = $4 WHERE id = $1`,
    [message.id, caseId, subscription, commandId],
  );
}
