import { AccountEntity } from './entities/account.entity.js';
import type { Work } from './unit-of-work.js';

export type Account = Readonly<AccountEntity>;

export const findAccountByLogin = (work: Work, login: string): Promise<Account | null> =>
  work.manager.findOneBy(AccountEntity, { login });

export const findAccount = (work: Work, id: string): Promise<Account | null> =>
  work.manager.findOneBy(AccountEntity, { id });

/** Counts a wrong password; at `attemptsMax` the account is locked until `lockedUntil` (epoch ms) and counts anew. */
export async function countFailedAttempt(
  work: Work,
  accountId: string,
  attemptsMax: number,
  lockedUntil: number,
): Promise<void> {
  await work.query(
    `UPDATE account SET
       failed_attempts = CASE WHEN failed_attempts + 1 >= $2 THEN 0 ELSE failed_attempts + 1 END,
       locked_until = CASE WHEN failed_attempts + 1 >= $2 THEN to_timestamp($3 / 1000.0) ELSE locked_until END
     WHERE id = $1`,
    [accountId, attemptsMax, lockedUntil],
  );
}

export async function forgetFailedAttempts(work: Work, accountId: string): Promise<void> {
  await work.query(
    'UPDATE account SET failed_attempts = 0, locked_until = NULL WHERE id = $1 AND (failed_attempts > 0 OR locked_until IS NOT NULL)',
    [accountId],
  );
}

export async function changePassword(work: Work, accountId: string, passwordHash: string): Promise<void> {
  await work.query('UPDATE account SET password_hash = $2, must_change_password = false WHERE id = $1', [
    accountId,
    passwordHash,
  ]);
}
