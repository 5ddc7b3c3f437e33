import type { Statements, Work } from '../unit-of-work.js';

/** Every place where rows are handled one after the other; a new loop adds its name here. */
export const queueNames = [
  'message',
  'message-delivery',
  'message-outcome',
  'message-expiry',
  'signal',
  'command',
  'outbox',
  'digest',
  'delivery-mail',
  'delivery-webhook',
  'delivery-wecom',
  'delivery-dingtalk',
  'start-timer-plan',
  'start-timer',
  'clock',
  'journal-entry',
  'definition',
  'set-aside-retry',
  'workflow-check',
  'table-mark',
  'inbox-count',
  'inbox-check',
  'left-claim',
  'live-sweep',
  'machine-clock',
  'file-idle',
  'file-sweep',
  'evidence-anchor',
  'evidence-file',
  'evidence-check',
] as const;

export type QueueName = (typeof queueNames)[number];

/** A row that has failed and is not handled yet. */
export interface FailingRow {
  readonly rowId: string;
  /** When it may be tried again, epoch ms; null where it is set aside. */
  readonly nextAttemptAt: number | null;
}

/** What of a queue has failed and still waits, and the database's own clock (epoch ms) in the same look. */
export async function lookAtQueue(
  work: Statements,
  queue: QueueName,
): Promise<{ readonly failing: readonly FailingRow[]; readonly databaseNow: number }> {
  const [row] = await work.prepared<{ failing: FailingRow[]; databaseNow: number }>(
    'look-at-queue',
    `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "databaseNow",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('rowId', row_id, 'nextAttemptAt', CASE WHEN set_aside_at IS NULL
          THEN (extract(epoch FROM next_attempt_at) * 1000)::float8 END)), '[]')
        FROM set_aside WHERE queue = $1 AND resolved_at IS NULL) AS failing`,
    [queue],
  );
  return row!;
}

/** These rows were handled after all. */
export async function resolveFailures(
  work: Work,
  queue: QueueName,
  rowIds: readonly string[],
  now: number,
): Promise<void> {
  if (rowIds.length === 0) return;
  await work.query(
    `UPDATE set_aside SET resolved_at = to_timestamp($3 / 1000.0)
     WHERE queue = $1 AND row_id = ANY ($2) AND resolved_at IS NULL`,
    [queue, rowIds, now],
  );
}

export interface SetAsideRow {
  readonly id: string;
  readonly queue: QueueName;
  readonly rowId: string;
  readonly caseId: string | null;
  /** Of the case, where it is known: who may read it is asked of this. */
  readonly unitId: string | null;
  readonly checksums: readonly string[];
  readonly caseNumber: string | null;
  readonly reason: string;
  readonly failures: number;
  readonly firstFailedAt: Date;
  readonly setAsideAt: Date;
  /** Whether an operator's wish to try it again is not granted yet. */
  readonly isAskedFor: boolean;
}

export interface SetAsideFilter {
  /** `set_aside_at` and id of the last row that was shown. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

const setAsideColumns = `a.id, a.queue, a.row_id AS "rowId", a.case_id AS "caseId", c.unit_id AS "unitId", c.number AS "caseNumber",
  CASE WHEN c.id IS NULL THEN '{}' ELSE c.callers || c.definition_checksum END AS checksums, a.reason, a.failures, a.first_failed_at AS "firstFailedAt",
  date_trunc('milliseconds', a.set_aside_at) AS "setAsideAt",
  EXISTS (SELECT 1 FROM set_aside_retry r WHERE r.set_aside_id = a.id AND r.done_at IS NULL) AS "isAskedFor"`;

/** What is set aside now, the oldest first. */
export function listSetAside(work: Work, { after, limit }: SetAsideFilter): Promise<SetAsideRow[]> {
  return work.query<SetAsideRow>(
    `SELECT ${setAsideColumns} FROM set_aside a LEFT JOIN process_instance c ON c.id = a.case_id
     WHERE a.resolved_at IS NULL AND a.set_aside_at IS NOT NULL
       AND ($1::timestamptz IS NULL OR (date_trunc('milliseconds', a.set_aside_at), a.id) > ($1, $2::uuid))
     ORDER BY date_trunc('milliseconds', a.set_aside_at), a.id LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** How many rows are set aside now. */
export async function countSetAside(work: Work): Promise<number> {
  const rows = await work.query<{ total: number }>(
    'SELECT count(*)::int AS total FROM set_aside WHERE resolved_at IS NULL AND set_aside_at IS NOT NULL',
  );
  return rows[0]!.total;
}

export async function findSetAside(work: Work, id: string): Promise<SetAsideRow | undefined> {
  const rows = await work.query<SetAsideRow>(
    `SELECT ${setAsideColumns} FROM set_aside a LEFT JOIN process_instance c ON c.id = a.case_id
     WHERE a.id = $1 AND a.resolved_at IS NULL AND a.set_aside_at IS NOT NULL`,
    [id],
  );
  return rows[0];
}
