import type { Work } from './unit-of-work.js';

export interface SecondFactorRow {
  readonly secretSealed: string;
  /** Null until its holder has shown a code of it. */
  readonly since: Date | null;
}

export async function findSecondFactor(work: Work, accountId: string): Promise<SecondFactorRow | undefined> {
  const rows = await work.query<SecondFactorRow>(
    'SELECT secret_sealed AS "secretSealed", since FROM security.second_factor WHERE account_id = $1',
    [accountId],
  );
  return rows[0];
}

/** A secret that is not in force yet, in place of another such; false where one is in force. */
export async function beginSecondFactor(
  work: Work,
  accountId: string,
  secretSealed: string,
): Promise<boolean> {
  const rows = await work.query(
    `INSERT INTO security.second_factor AS known (account_id, secret_sealed) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET secret_sealed = EXCLUDED.secret_sealed, last_step = 0
     WHERE known.since IS NULL RETURNING account_id`,
    [accountId, secretSealed],
  );
  return rows.length > 0;
}

/** It is in force from `now` (epoch ms) on, with these recovery codes; false where it is not this secret, or was already. */
export async function confirmSecondFactor(
  work: Work,
  accountId: string,
  { secretSealed, step, now }: { readonly secretSealed: string; readonly step: number; readonly now: number },
  codeHashes: readonly string[],
): Promise<boolean> {
  const rows = await work.query(
    `UPDATE security.second_factor SET since = to_timestamp($4 / 1000.0), last_step = $3
     WHERE account_id = $1 AND secret_sealed = $2 AND since IS NULL RETURNING account_id`,
    [accountId, secretSealed, step, now],
  );
  if (rows.length === 0) return false;
  await work.query(
    'INSERT INTO security.recovery_code (account_id, code_hash) SELECT $1, unnest($2::text[])',
    [accountId, codeHashes],
  );
  return true;
}

/** Uses the code of that half minute up; false where it, or a later one, was used before. */
export async function spendStep(work: Work, accountId: string, step: number): Promise<boolean> {
  const rows = await work.query(
    `UPDATE security.second_factor SET last_step = $2
     WHERE account_id = $1 AND since IS NOT NULL AND last_step < $2 RETURNING account_id`,
    [accountId, step],
  );
  return rows.length > 0;
}

/** Uses a recovery code up; false where the account has none such. */
export async function spendRecoveryCode(work: Work, accountId: string, codeHash: string): Promise<boolean> {
  const rows = await work.query(
    'DELETE FROM security.recovery_code WHERE account_id = $1 AND code_hash = $2 RETURNING account_id',
    [accountId, codeHash],
  );
  return rows.length > 0;
}

export async function countRecoveryCodes(work: Work, accountId: string): Promise<number> {
  const [row] = await work.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM security.recovery_code WHERE account_id = $1',
    [accountId],
  );
  return row!.n;
}

/** With its recovery codes; false where there was none. */
export async function removeSecondFactor(work: Work, accountId: string): Promise<boolean> {
  const rows = await work.query(
    'DELETE FROM security.second_factor WHERE account_id = $1 RETURNING account_id',
    [accountId],
  );
  return rows.length > 0;
}

/** Roles of which the town asks for a second factor, in the order of the alphabet. */
export async function secondFactorRoles(work: Work): Promise<string[]> {
  const rows = await work.query<{ role: string }>(
    'SELECT role FROM security.second_factor_role ORDER BY role',
    [],
  );
  return rows.map(({ role }) => role);
}

export async function askRolesForSecondFactor(work: Work, roles: readonly string[]): Promise<void> {
  await work.query('DELETE FROM security.second_factor_role WHERE role <> ALL ($1::text[])', [roles]);
  await work.query(
    'INSERT INTO security.second_factor_role (role) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
    [roles],
  );
}
