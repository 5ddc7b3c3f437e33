import { SessionEntity } from './entities/session.entity.js';
import type { Work } from './unit-of-work.js';

/** A living session with whose it is. */
export interface SignedIn {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly mustChangePassword: boolean;
  readonly personId: string;
  readonly personName: string;
  readonly personUnitId: string;
}

export type NewSession = Pick<
  SessionEntity,
  'tokenHash' | 'accountId' | 'csrfToken' | 'createdAt' | 'expiresAt'
>;

export async function openSession(work: Work, session: NewSession): Promise<void> {
  await work.manager.insert(SessionEntity, { ...session, endedAt: null });
}

/** The session with this token hash, unless it was ended or has expired at `now` (epoch ms). */
export async function findSession(work: Work, tokenHash: string, now: number): Promise<SignedIn | undefined> {
  const rows = await work.query<SignedIn>(
    `SELECT s.token_hash AS "tokenHash", s.account_id AS "accountId", s.csrf_token AS "csrfToken",
       s.created_at AS "createdAt", s.expires_at AS "expiresAt", a.must_change_password AS "mustChangePassword",
       p.id AS "personId", p.name AS "personName", p.unit_id AS "personUnitId"
     FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
     WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > to_timestamp($2 / 1000.0)`,
    [tokenHash, now],
  );
  return rows[0];
}

export async function extendSession(work: Work, tokenHash: string, expiresAt: number): Promise<void> {
  await work.query('UPDATE session SET expires_at = to_timestamp($2 / 1000.0) WHERE token_hash = $1', [
    tokenHash,
    expiresAt,
  ]);
}

export async function endSession(work: Work, tokenHash: string, now: number): Promise<void> {
  await work.query(
    'UPDATE session SET ended_at = to_timestamp($2 / 1000.0) WHERE token_hash = $1 AND ended_at IS NULL',
    [tokenHash, now],
  );
}

/** Ends every session of the account: a changed password must not leave an old browser signed in. */
export async function endSessions(work: Work, accountId: string, now: number): Promise<void> {
  await work.query(
    'UPDATE session SET ended_at = to_timestamp($2 / 1000.0) WHERE account_id = $1 AND ended_at IS NULL',
    [accountId, now],
  );
}
