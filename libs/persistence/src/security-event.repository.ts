import type { Work } from './unit-of-work.js';

export interface SecurityEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly kind: string;
  readonly accountId: string | null;
  /** Method and route, without what was put into it. */
  readonly operation: string;
  readonly status: number;
  /** How often within the same second or so. */
  readonly count: number;
}

export interface SecurityEventRow extends Omit<SecurityEvent, 'at'> {
  readonly id: string;
  readonly at: Date;
}

export async function insertSecurityEvents(work: Work, events: readonly SecurityEvent[]): Promise<void> {
  await work.query(
    `INSERT INTO security.security_event (at, kind, account_id, operation, status, count)
     SELECT to_timestamp(at / 1000.0), kind, "accountId", operation, status, count
     FROM jsonb_to_recordset($1) AS t (at float8, kind text, "accountId" uuid, operation text, status integer, count integer)`,
    [JSON.stringify(events)],
  );
}

/** Newest first; `before`: id of the last row seen. */
export const listSecurityEvents = (
  work: Work,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<SecurityEventRow[]> =>
  work.query<SecurityEventRow>(
    `SELECT id, at, kind, account_id AS "accountId", operation, status, count FROM security.security_event
     WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    [before ?? null, limit],
  );

/** Keeps the newest `rowsMax` of those after `since` (epoch ms): a flood of refusals fills no disk. */
export async function dropOldSecurityEvents(
  work: Work,
  { rowsMax, since }: { readonly rowsMax: number; readonly since: number },
): Promise<void> {
  await work.query(
    `DELETE FROM security.security_event
     WHERE at < to_timestamp($2 / 1000.0) OR id <= (SELECT max(id) - $1 FROM security.security_event)`,
    [rowsMax, since],
  );
}
