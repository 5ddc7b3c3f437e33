import { SessionEntity } from './entities/session.entity.js';
import type { Statements, Work } from './unit-of-work.js';

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

export async function extendSession(
  statements: Statements,
  tokenHash: string,
  expiresAt: number,
): Promise<void> {
  await statements.query('UPDATE session SET expires_at = to_timestamp($2 / 1000.0) WHERE token_hash = $1', [
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
