import { SessionEntity } from './entities/session.entity.js';
import type { Statements, Work } from './unit-of-work.js';

/** A living session with whose it is. */
export interface SignedIn {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly createdAt: Date;
  /** To the minute. */
  readonly usedAt: Date;
  readonly expiresAt: Date;
  /** When its person last said who he is. */
  readonly confirmedAt: Date;
  /** Whether a second factor is in force. */
  readonly hasSecondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly personId: string;
  readonly personName: string;
  readonly personUnitId: string;
}

export type NewSession = Omit<SessionEntity, 'endedAt' | 'usedAt' | 'confirmedAt'>;

export async function openSession(work: Work, session: NewSession): Promise<void> {
  await work.manager.insert(SessionEntity, {
    ...session,
    usedAt: session.createdAt,
    confirmedAt: null,
    endedAt: null,
  });
}

/** It is used at `usedAt` and lives until `expiresAt`, both in epoch ms. */
export async function extendSession(
  statements: Statements,
  tokenHash: string,
  usedAt: number,
  expiresAt: number,
): Promise<void> {
  await statements.query(
    `UPDATE session SET used_at = to_timestamp($2 / 1000.0), expires_at = to_timestamp($3 / 1000.0) WHERE token_hash = $1`,
    [tokenHash, usedAt, expiresAt],
  );
}

/** Its person has said at `now` (epoch ms) who he is. */
export async function confirmSession(work: Work, tokenHash: string, now: number): Promise<void> {
  await work.query('UPDATE session SET confirmed_at = to_timestamp($2 / 1000.0) WHERE token_hash = $1', [
    tokenHash,
    now,
  ]);
}

export type LivingSession = Pick<
  SessionEntity,
  'id' | 'tokenHash' | 'createdAt' | 'usedAt' | 'address' | 'agent'
>;

/** Of one account at `now` (epoch ms), the one used last first. */
export const livingSessions = (work: Work, accountId: string, now: number): Promise<LivingSession[]> =>
  work.query<LivingSession>(
    `SELECT id, token_hash AS "tokenHash", created_at AS "createdAt", used_at AS "usedAt", address, agent FROM session
     WHERE account_id = $1 AND ended_at IS NULL AND expires_at > to_timestamp($2 / 1000.0)
     ORDER BY used_at DESC, created_at DESC, id`,
    [accountId, now],
  );

/** Ended, and nothing is known any more of where it was. */
const end = `UPDATE session SET ended_at = to_timestamp($1 / 1000.0), address = NULL, agent = NULL WHERE ended_at IS NULL`;

export async function endSession(work: Work, tokenHash: string, now: number): Promise<void> {
  await work.query(`${end} AND token_hash = $2`, [now, tokenHash]);
}

/** One of the account's by its id, alive at `now` (epoch ms); false where the account has none such. */
export async function endOwnSession(
  work: Work,
  accountId: string,
  id: string,
  now: number,
): Promise<boolean> {
  const ended = await work.query(
    `${end} AND account_id = $2 AND id = $3 AND expires_at > to_timestamp($1 / 1000.0) RETURNING id`,
    [now, accountId, id],
  );
  return ended.length > 0;
}

/**
 * Ends every session of the account, but the one with the token hash `except` where one is given: a changed password must not
 * leave an old browser signed in.
 */
export async function endSessions(
  work: Work,
  accountId: string,
  now: number,
  except: string | null = null,
): Promise<void> {
  await work.query(`${end} AND account_id = $2 AND token_hash IS DISTINCT FROM $3`, [now, accountId, except]);
}

/** Where those of the account were that have run out by `now` (epoch ms) is no more anybody's business. */
export async function forgetPlaces(work: Work, accountId: string, now: number): Promise<void> {
  await work.query(
    `UPDATE session SET address = NULL, agent = NULL
     WHERE account_id = $1 AND expires_at <= to_timestamp($2 / 1000.0) AND (address IS NOT NULL OR agent IS NOT NULL)`,
    [accountId, now],
  );
}
