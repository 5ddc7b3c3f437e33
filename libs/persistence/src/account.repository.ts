import { AccountEntity } from './entities/account.entity.js';
import { forgetDevices } from './known-device.repository.js';
import { endSessions } from './session.repository.js';
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
  /** `active`: has a password; `invited`: may choose one; `closed`: neither; `disabled`: neither, nor may be invited. */
  readonly state: 'active' | 'invited' | 'closed' | 'disabled';
  readonly hasSecondFactor: boolean;
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
  EXISTS (SELECT 1 FROM security.second_factor f WHERE f.account_id = a.id AND f.since IS NOT NULL) AS "hasSecondFactor",
  CASE WHEN a.closed_at IS NOT NULL THEN 'disabled' WHEN a.password_hash IS NOT NULL THEN 'active'
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

/** Takes password, invitation, sessions and known browsers away, until the account is opened again. `now` in epoch ms. */
export async function closeAccount(work: Work, accountId: string, now: number): Promise<void> {
  await work.query(
    'UPDATE account SET closed_at = to_timestamp($2 / 1000.0), password_hash = NULL WHERE id = $1 AND closed_at IS NULL',
    [accountId, now],
  );
  await work.query('DELETE FROM invitation WHERE account_id = $1', [accountId]);
  await endSessions(work, accountId, now);
  await forgetDevices(work, accountId);
}

/** It may be invited again; nobody signs in by it before that. */
export async function reopenAccount(work: Work, accountId: string): Promise<void> {
  await work.query('UPDATE account SET closed_at = NULL WHERE id = $1', [accountId]);
}

/** A person without an account, for whoever makes one. */
export interface AccountCandidate {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
}

const candidates = `SELECT p.id AS "personId", p.name, u.id AS "unitId", u.name AS "unitName"
  FROM person p JOIN unit u ON u.id = p.unit_id WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)`;

/** By unit and name: of these units, with this part of a name. */
export const accountCandidates = (
  work: Work,
  { unitIds, q, limit }: Pick<AccountFilter, 'unitIds' | 'q' | 'limit'>,
): Promise<AccountCandidate[]> =>
  work.query<AccountCandidate>(
    `${candidates} AND u.id = ANY ($1) AND ($2::text IS NULL OR strpos(p.name, $2) > 0) ORDER BY u.code, p.name, p.id LIMIT $3`,
    [unitIds, q ?? null, limit],
  );

export async function findAccountCandidate(
  work: Work,
  personId: string,
): Promise<AccountCandidate | undefined> {
  const rows = await work.query<AccountCandidate>(`${candidates} AND p.id = $1`, [personId]);
  return rows[0];
}

/** Without a password; false where somebody has the login. */
export async function insertAccount(
  work: Work,
  { id, personId, login }: Pick<Account, 'id' | 'personId' | 'login'>,
): Promise<boolean> {
  const rows = await work.query(
    `INSERT INTO account (id, person_id, login, password_hash, must_change_password) VALUES ($1, $2, $3, NULL, false)
     ON CONFLICT (login) DO NOTHING RETURNING id`,
    [id, personId, login],
  );
  return rows.length > 0;
}
