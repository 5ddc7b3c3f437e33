import type { DelegationRow, PositionRow } from './organization.repository.js';
import type { SignedIn } from './session.repository.js';
import type { Statements } from './unit-of-work.js';

/** A living session, and what gives its person a say on a day. */
export interface Standing {
  readonly session: SignedIn;
  /** The person's own positions, and those of whom he stands in for. */
  readonly positions: readonly PositionRow[];
  readonly delegations: readonly DelegationRow[];
  /** Of which the town asks for a second factor. */
  readonly secondFactorRoles: readonly string[];
}

const text = `WITH s AS (
    SELECT s.token_hash, s.account_id, s.csrf_token, s.created_at, s.used_at, s.expires_at,
      coalesce(s.confirmed_at, s.created_at) AS confirmed_at, a.must_change_password,
      p.id, p.name, p.unit_id
    FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
    WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > to_timestamp($2 / 1000.0)
  ), d AS (
    SELECT * FROM delegation WHERE to_person_id = (SELECT id FROM s) AND from_on <= $3 AND to_on >= $3
  )
  SELECT token_hash AS "tokenHash", account_id AS "accountId", csrf_token AS "csrfToken", created_at AS "createdAt",
    used_at AS "usedAt", expires_at AS "expiresAt", confirmed_at AS "confirmedAt", must_change_password AS "mustChangePassword",
    EXISTS (SELECT 1 FROM security.second_factor f WHERE f.account_id = s.account_id AND f.since IS NOT NULL) AS "hasSecondFactor",
    (SELECT coalesce(jsonb_agg(role ORDER BY role), '[]') FROM security.second_factor_role) AS "secondFactorRoles", id AS "personId", name AS "personName",
    unit_id AS "personUnitId",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'fromPersonId', from_person_id, 'toPersonId', to_person_id,
       'unitId', unit_id, 'scope', scope, 'fromOn', from_on, 'toOn', to_on)), '[]') FROM d) AS delegations,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'personId', person_id, 'unitId', unit_id, 'key', key,
       'fromOn', from_on, 'toOn', to_on) ORDER BY key, unit_id), '[]') FROM position
     WHERE person_id IN (SELECT id FROM s UNION ALL SELECT from_person_id FROM d)
       AND from_on <= $3 AND (to_on IS NULL OR to_on >= $3)) AS positions
  FROM s`;

/** Of the session with this token hash, unless it was ended or has expired at `now` (epoch ms); `today`: 'YYYY-MM-DD'. */
export async function standingOf(
  statements: Statements,
  tokenHash: string,
  { now, today }: { readonly now: number; readonly today: string },
): Promise<Standing | undefined> {
  const rows = await statements.prepared<SignedIn & Omit<Standing, 'session'>>('standing-of', text, [
    tokenHash,
    now,
    today,
  ]);
  if (!rows[0]) return undefined;
  const { positions, delegations, secondFactorRoles, ...session } = rows[0];
  return { session, positions, delegations, secondFactorRoles };
}
