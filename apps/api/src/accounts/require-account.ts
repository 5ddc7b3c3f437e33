import { findAccountRow, type AccountRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';

/** An account that the caller looks after, as it is at `now` (epoch ms). Throws a 404 for none, a 403 for one of others. */
export async function requireAccount(
  work: Work,
  caller: Caller,
  accountId: string,
  now: number,
): Promise<AccountRow> {
  const account = await findAccountRow(work, accountId, now);
  if (!account) throw notFound();
  caller.require('account.invite', { unitId: account.unitId });
  return account;
}
