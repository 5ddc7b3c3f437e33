import { faultOf } from '../database-away.js';
import type { Work } from '../unit-of-work.js';
import type { QueueName } from './set-aside.repository.js';

/** Attempts after which a row is set aside; with the pauses between them a quarter of a minute. */
export const TRIES_MAX = 5;
const FIRST_PAUSE_MS = 1_000;

export interface Failure {
  readonly queue: QueueName;
  readonly rowId: string;
  readonly caseId?: string | null;
  readonly error: unknown;
  /** Epoch ms. */
  readonly now: number;
  /** How many attempts it has; `TRIES_MAX` where nothing is said. One: it is not tried a second time. */
  readonly triesMax?: number;
}

/**
 * Counts a failure of a row: it is put off, each time for twice as long, and after the last attempt set aside. Answers
 * whether it is set aside now. The caller has made sure that the row, and not the database, is at fault.
 */
export async function noteFailure(work: Work, failure: Failure): Promise<boolean> {
  const { queue, rowId, caseId = null, error, now, triesMax = TRIES_MAX } = failure;
  const [row] = await work.query<{ isAside: boolean }>(
    `INSERT INTO set_aside AS a (queue, row_id, case_id, reason, failures, first_failed_at, last_failed_at, next_attempt_at, set_aside_at)
     VALUES ($1, $2, $3, $4, 1, to_timestamp($5 / 1000.0), to_timestamp($5 / 1000.0), to_timestamp(($5 + $7) / 1000.0),
       CASE WHEN $6 <= 1 THEN to_timestamp($5 / 1000.0) END)
     ON CONFLICT (queue, row_id) DO UPDATE SET reason = excluded.reason, case_id = coalesce(excluded.case_id, a.case_id),
       failures = CASE WHEN a.resolved_at IS NULL THEN a.failures ELSE 0 END + 1,
       first_failed_at = CASE WHEN a.resolved_at IS NULL THEN a.first_failed_at ELSE excluded.first_failed_at END,
       last_failed_at = excluded.last_failed_at,
       next_attempt_at = excluded.last_failed_at
         + $7 * 2 ^ least(CASE WHEN a.resolved_at IS NULL THEN a.failures ELSE 0 END, 10) * interval '1 millisecond',
       set_aside_at = CASE WHEN a.resolved_at IS NULL AND a.set_aside_at IS NOT NULL THEN a.set_aside_at
         WHEN CASE WHEN a.resolved_at IS NULL THEN a.failures ELSE 0 END + 1 >= $6 THEN excluded.last_failed_at END,
       resolved_at = NULL
     RETURNING a.set_aside_at IS NOT NULL AS "isAside"`,
    [queue, rowId, caseId, faultOf(error), now, triesMax, FIRST_PAUSE_MS],
  );
  return row!.isAside;
}
