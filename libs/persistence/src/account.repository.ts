import { AccountEntity } from './entities/account.entity.js';
import type { Work } from './unit-of-work.js';

export type Account = Readonly<AccountEntity>;

export const findAccountByLogin = (work: Work, login: string): Promise<Account | null> =>
  work.manager.findOneBy(AccountEntity, { login });

export const findAccount = (work: Work, id: string): Promise<Account | null> =>
  work.manager.findOneBy(AccountEntity, { id });

export async function changePassword(work: Work, accountId: string, passwordHash: string): Promise<void> {
  await work.query('UPDATE account SET password_hash = $2, must_change_password = false WHERE id = $1', [
    accountId,
    passwordHash,
  ]);
}

/** An account as a list for whoever looks after accounts shows it. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly personName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** `active`: has a password; `invited`: may choose one; `closed`: neither. */
  readonly state: 'active' | 'invited' | 'closed';
}

export interface AccountFilter {
  readonly unitIds: readonly string[];
  /** Part of a login or a name. */
  readonly q?: string;
  /** Login of the last row seen. */
  readonly after?: string;
  readonly limit: number;
  /** Epoch ms. */
  readonly now: number;
}

const accountColumns = `a.id, a.login, p.name AS "personName", u.id AS "unitId", u.name AS "unitName",
  CASE WHEN a.password_hash IS NOT NULL THEN 'active'
    WHEN EXISTS (SELECT 1 FROM invitation i WHERE i.account_id = a.id AND i.expires_at > to_timestamp($1 / 1000.0)) THEN 'invited'
    ELSE 'closed' END AS state`;
const accountTables = `account a JOIN person p ON p.id = a.person_id JOIN unit u ON u.id = p.unit_id`;

/** By login. */
export const listAccounts = (
  work: Work,
  { unitIds, q, after = '', limit, now }: AccountFilter,
): Promise<AccountRow[]> =>
  work.query<AccountRow>(
    `SELECT ${accountColumns} FROM ${accountTables}
     WHERE u.id = ANY ($2) AND a.login > $3
       AND ($4::text IS NULL OR strpos(lower(a.login), lower($4)) > 0 OR strpos(p.name, $4) > 0)
     ORDER BY a.login LIMIT $5`,
    [now, unitIds, after, q ?? null, limit],
  );

export async function findAccountRow(work: Work, id: string, now: number): Promise<AccountRow | undefined> {
  const rows = await work.query<AccountRow>(
    `SELECT ${accountColumns} FROM ${accountTables} WHERE a.id = $2`,
    [now, id],
  );
  return rows[0];
}
