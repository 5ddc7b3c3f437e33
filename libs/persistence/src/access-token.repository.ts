import type { Statements, Work } from './unit-of-work.js';

export interface NewAccessToken {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly secretHash: string;
  readonly unitId: string;
  readonly scopes: readonly string[];
  /** An account. */
  readonly createdBy: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** As whoever looks after tokens sees it. */
export interface AccessTokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** False where a token that was not revoked has the name. */
export async function insertAccessToken(work: Work, token: NewAccessToken): Promise<boolean> {
  const { id, name, prefix, secretHash, unitId, scopes, createdBy, createdAt, expiresAt } = token;
  const rows = await work.query(
    `INSERT INTO security.access_token (id, name, prefix, secret_hash, unit_id, scopes, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0), to_timestamp($9 / 1000.0))
     ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING RETURNING id`,
    [id, name, prefix, secretHash, unitId, scopes, createdBy, createdAt, expiresAt],
  );
  return rows.length > 0;
}

const shown = `SELECT t.id, t.name, t.prefix, t.unit_id AS "unitId", u.name AS "unitName", t.scopes, p.name AS "createdBy",
    t.created_at AS "createdAt", t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt"
  FROM security.access_token t JOIN unit u ON u.id = t.unit_id
    JOIN account a ON a.id = t.created_by JOIN person p ON p.id = a.person_id`;

/** The newest first; `after`: id of the last row seen. */
export const listAccessTokens = (
  work: Work,
  {
    unitIds,
    after,
    limit,
  }: { readonly unitIds: readonly string[]; readonly after: string | undefined; readonly limit: number },
): Promise<AccessTokenRow[]> =>
  work.query<AccessTokenRow>(
    `${shown} WHERE t.unit_id = ANY ($1) AND ($2::uuid IS NULL OR t.id < $2) ORDER BY t.id DESC LIMIT $3`,
    [unitIds, after ?? null, limit],
  );

export async function findAccessToken(work: Work, id: string): Promise<AccessTokenRow | undefined> {
  const rows = await work.query<AccessTokenRow>(`${shown} WHERE t.id = $1`, [id]);
  return rows[0];
}

/** From `now` (epoch ms) on it opens nothing; what was revoked before stays as it was. */
export async function revokeAccessToken(
  work: Work,
  id: string,
  { by, now }: { readonly by: string; readonly now: number },
): Promise<void> {
  await work.query(
    `UPDATE security.access_token SET revoked_at = to_timestamp($2 / 1000.0), revoked_by = $3
     WHERE id = $1 AND revoked_at IS NULL`,
    [id, now, by],
  );
}

/** What a token opens, whether it still does or not. */
export interface KnownToken {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly isRevoked: boolean;
}

export async function tokenByHash(
  statements: Statements,
  secretHash: string,
): Promise<KnownToken | undefined> {
  const rows = await statements.prepared<KnownToken>(
    'token-by-hash',
    `SELECT id, name, unit_id AS "unitId", scopes, expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
       revoked_at IS NOT NULL AS "isRevoked" FROM security.access_token WHERE secret_hash = $1`,
    [secretHash],
  );
  return rows[0];
}

/** It is used at `now` (epoch ms). */
export async function markTokenUsed(statements: Statements, id: string, now: number): Promise<void> {
  await statements.query(
    'UPDATE security.access_token SET last_used_at = to_timestamp($2 / 1000.0) WHERE id = $1',
    [id, now],
  );
}
