import { insertOrFind, type InsertedOrFound } from '../insert-or-find.js';
import type { DueRow, Look } from '../set-aside/look.js';
import type { Work } from '../unit-of-work.js';
import type { Published } from './published.js';

export interface NewMessage extends Published {
  /** The publisher's own: publishing the same name and message id again publishes nothing. */
  readonly messageId: string;
  readonly correlationKey: string;
  /** Epoch ms on the real clock. */
  readonly expiresAt: number;
}

export interface MessageRow extends NewMessage {
  readonly state: 'buffered' | 'carried' | 'correlated' | 'expired';
  readonly caseId: string | null;
  readonly elementKey: string | null;
}

const columns = `id, name, message_id AS "messageId", correlation_key AS "correlationKey", variables, unit_id AS "unitId", reach, reaches_walled AS "reachesWalled",
  published_by AS "publishedBy", clock_offset_ms::float8 AS "clockOffsetMs",
  (extract(epoch FROM published_at) * 1000)::float8 AS "publishedAt",
  (extract(epoch FROM expires_at) * 1000)::float8 AS "expiresAt", state, case_id AS "caseId", element_key AS "elementKey"`;

/** Inserts the message, or finds the one that an earlier attempt left under its name and message id. */
export const insertOrFindMessage = (work: Work, message: NewMessage): Promise<InsertedOrFound<MessageRow>> =>
  insertOrFind(
    work,
    {
      sql: `INSERT INTO message (id, name, message_id, correlation_key, variables, unit_id, reach, reaches_walled, published_by, clock_offset_ms, published_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), to_timestamp($12 / 1000.0))
        ON CONFLICT (name, message_id) DO NOTHING RETURNING ${columns}`,
      values: [
        message.id,
        message.name,
        message.messageId,
        message.correlationKey,
        JSON.stringify(message.variables),
        message.unitId,
        message.reach,
        message.reachesWalled,
        message.publishedBy,
        Math.round(message.clockOffsetMs),
        message.publishedAt,
        message.expiresAt,
      ],
    },
    {
      sql: `SELECT ${columns} FROM message WHERE name = $1 AND message_id = $2`,
      values: [message.name, message.messageId],
    },
  );

export async function findMessage(work: Work, id: string): Promise<MessageRow | undefined> {
  const rows = await work.query<MessageRow>(`SELECT ${columns} FROM message WHERE id = $1`, [id]);
  return rows[0];
}

/** The message under its lock while nobody has it; replicas that come second find nothing. */
export async function lockBuffered(work: Work, id: string): Promise<MessageRow | undefined> {
  const rows = await work.query<MessageRow>(
    `SELECT ${columns} FROM message WHERE id = $1 AND state = 'buffered' FOR UPDATE SKIP LOCKED`,
    [id],
  );
  return rows[0];
}

/** Messages that nobody has looked at yet, the oldest first. */
export function unroutedMessages(work: Work, { limit, without }: Look): Promise<DueRow[]> {
  return work.query<DueRow>(
    'SELECT id FROM message WHERE NOT routed AND id <> ALL ($2) ORDER BY published_at, id LIMIT $1',
    [limit, without],
  );
}

/** Messages for which an element waits, the oldest first. */
export function deliverableMessages(work: Work, { now, limit, without }: Look): Promise<DueRow[]> {
  return work.query<DueRow>(
    `SELECT m.id FROM message m
     WHERE m.state = 'buffered' AND m.routed AND m.expires_at > to_timestamp($1 / 1000.0) AND m.id <> ALL ($3) AND EXISTS (
       SELECT 1 FROM message_subscription s JOIN process_instance c ON c.id = s.case_id
       WHERE s.message_name = m.name AND s.correlation_key = m.correlation_key AND s.closed_at IS NULL
         AND s.message_id IS NULL AND (m.reach IS NULL OR s.unit_id = ANY (m.reach))
         AND (m.reaches_walled OR NOT is_walled_by(c.definition_checksum || c.callers))
         AND NOT EXISTS (SELECT 1 FROM message_refusal r
                         WHERE r.message_id = m.id AND r.case_id = s.case_id AND r.element_key = s.element_key))
     ORDER BY m.published_at, m.id LIMIT $2`,
    [now, limit, without],
  );
}

/** Messages that outlived their time to live. */
export function outlivedMessages(work: Work, { now, limit, without, only }: Look): Promise<DueRow[]> {
  return work.query<DueRow>(
    `SELECT id FROM message WHERE state = 'buffered' AND routed AND expires_at <= to_timestamp($1 / 1000.0)
       AND id <> ALL ($3) AND ($4::uuid[] IS NULL OR id = ANY ($4))
     ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, limit, without, only ?? null],
  );
}

/** Nobody will receive them any more. */
export async function expireMessages(work: Work, outlived: readonly DueRow[]): Promise<void> {
  await work.query(`UPDATE message SET state = 'expired' WHERE id = ANY ($1)`, [
    outlived.map(({ id }) => id),
  ]);
}
