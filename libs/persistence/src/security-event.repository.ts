import type { Work } from './unit-of-work.js';

export interface SecurityEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly kind: string;
  readonly accountId: string | null;
  /** Who did it, by his session; null for somebody without one. */
  readonly byAccountId: string | null;
  /** Method and route, without what was put into it. */
  readonly operation: string;
  readonly status: number;
  /** How often within the same second or so. */
  readonly count: number;
}

export interface SecurityEventRow extends Omit<SecurityEvent, 'at'> {
  readonly id: string;
  readonly at: Date;
  /** Whose account it is, and who did it, by name and login as they are now. */
  readonly account: string | null;
  readonly by: string | null;
}

export async function insertSecurityEvents(work: Work, events: readonly SecurityEvent[]): Promise<void> {
  await work.query(
    `INSERT INTO security.security_event (at, kind, account_id, by_account_id, operation, status, count)
     SELECT to_timestamp(at / 1000.0), kind, "accountId", "byAccountId", operation, status, count
     FROM jsonb_to_recordset($1) AS t (at float8, kind text, "accountId" uuid, "byAccountId" uuid, operation text, status integer, count integer)`,
    [JSON.stringify(events)],
  );
}

/** A person by his account, or another system by its token. */
const named = (id: string): string =>
  `coalesce((SELECT p.name || '（' || a.login || '）' FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = ${id}),
    (SELECT t.name || '（' || t.prefix || '…）' FROM security.access_token t WHERE t.id = ${id}))`;

/** Newest first; `before`: id of the last row seen; `kinds`: of these alone. */
export const listSecurityEvents = (
  work: Work,
  {
    before,
    kinds,
    limit,
  }: { readonly before?: string; readonly kinds?: readonly string[]; readonly limit: number },
): Promise<SecurityEventRow[]> =>
  work.query<SecurityEventRow>(
    `SELECT id, at, kind, account_id AS "accountId", by_account_id AS "byAccountId", operation, status, count,
       ${named('e.account_id')} AS account, ${named('e.by_account_id')} AS by FROM security.security_event e
     WHERE ($1::bigint IS NULL OR id < $1) AND ($3::text[] IS NULL OR kind = ANY ($3)) ORDER BY id DESC LIMIT $2`,
    [before ?? null, limit, kinds ?? null],
  );

/** What is past its term at `now` (epoch ms), or was a flood of strangers, goes; the database says which rows these are. */
export async function dropEventsOver(work: Work, now: number): Promise<void> {
  await work.query('SELECT security.drop_events_over(to_timestamp($1 / 1000.0))', [now]);
}
