import { forgetDevices } from './known-device.repository.js';
import { endSessions } from './session.repository.js';
import type { Work } from './unit-of-work.js';

/** How long an invitation may be used, in ms: long enough to be handed over in person. */
export const INVITATION_MS = 72 * 3_600_000;

export interface NewInvitation {
  readonly accountId: string;
  /** Argon2id. */
  readonly codeHash: string;
  /** A person's id, or a system actor's name. */
  readonly issuedBy: string;
  /** Epoch ms. */
  readonly issuedAt: number;
}

/**
 * Takes the account's password and sessions away and lets its holder choose a password once; an earlier invitation is
 * void. Gives when it lapses, in epoch ms.
 */
export async function invite(
  work: Work,
  { accountId, codeHash, issuedBy, issuedAt }: NewInvitation,
): Promise<number> {
  const expiresAt = issuedAt + INVITATION_MS;
  await work.query('UPDATE account SET password_hash = NULL WHERE id = $1', [accountId]);
  await endSessions(work, accountId, issuedAt);
  await forgetDevices(work, accountId);
  await work.query(
    `INSERT INTO invitation (account_id, code_hash, issued_by, issued_at, expires_at)
     VALUES ($1, $2, $3, to_timestamp($4 / 1000.0), to_timestamp($5 / 1000.0))
     ON CONFLICT (account_id) DO UPDATE SET code_hash = EXCLUDED.code_hash, issued_by = EXCLUDED.issued_by,
       issued_at = EXCLUDED.issued_at, expires_at = EXCLUDED.expires_at`,
    [accountId, codeHash, issuedBy, issuedAt, expiresAt],
  );
  return expiresAt;
}

/** The hash of the invitation of that login's account that may be used at `now` (epoch ms). */
export async function findInvitation(
  work: Work,
  login: string,
  now: number,
): Promise<{ readonly accountId: string; readonly codeHash: string } | undefined> {
  const rows = await work.query<{ accountId: string; codeHash: string }>(
    `SELECT i.account_id AS "accountId", i.code_hash AS "codeHash" FROM invitation i JOIN account a ON a.id = i.account_id
     WHERE a.login = $1 AND a.closed_at IS NULL AND i.expires_at > to_timestamp($2 / 1000.0)`,
    [login, now],
  );
  return rows[0];
}

/** Sets the first password and uses the invitation up; false where somebody else has just used it, or it is void. */
export async function redeemInvitation(
  work: Work,
  { accountId, codeHash }: Pick<NewInvitation, 'accountId' | 'codeHash'>,
  passwordHash: string,
): Promise<boolean> {
  const used = await work.query(
    'DELETE FROM invitation WHERE account_id = $1 AND code_hash = $2 RETURNING account_id',
    [accountId, codeHash],
  );
  if (used.length === 0) return false;
  await work.query('UPDATE account SET password_hash = $2, must_change_password = false WHERE id = $1', [
    accountId,
    passwordHash,
  ]);
  return true;
}
