import type { DelegationRow, PositionRow } from './organization.repository.js';
import { askPrepared } from './prepared.js';
import type { HeldPosition } from './step-row.js';
import type { Statements } from './unit-of-work.js';

/** A person who can sign in, with what gives him a say on a day. */
export interface PersonStanding {
  readonly personId: string;
  readonly personName: string;
  readonly unitName: string;
  /** The person's own positions, and those of whom he stands in for. */
  readonly positions: readonly PositionRow[];
  readonly delegations: readonly DelegationRow[];
}

const standing = `SELECT p.id AS "personId", p.name AS "personName", u.name AS "unitName",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'fromPersonId', from_person_id, 'toPersonId', to_person_id,
       'unitId', unit_id, 'scope', scope, 'fromOn', from_on, 'toOn', to_on)), '[]')
     FROM delegation WHERE to_person_id = p.id AND from_on <= $1 AND to_on >= $1) AS delegations,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'personId', person_id, 'unitId', unit_id, 'key', key,
       'fromOn', from_on, 'toOn', to_on) ORDER BY key, unit_id), '[]') FROM position
     WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1) AND (person_id = p.id OR person_id IN
       (SELECT from_person_id FROM delegation WHERE to_person_id = p.id AND from_on <= $1 AND to_on >= $1))) AS positions
  FROM person p JOIN unit u ON u.id = p.unit_id
  WHERE EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id AND a.password_hash IS NOT NULL)`;

/** Whoever of these can sign in. `today`: 'YYYY-MM-DD'. */
export const standingsOf = (
  work: Statements,
  personIds: readonly string[],
  today: string,
): Promise<PersonStanding[]> =>
  askPrepared<PersonStanding>(work, `${standing} AND p.id = ANY ($2) ORDER BY p.name, p.id`, [
    today,
    personIds,
  ]);

/** Of `held` (person ids) and of those who stand in for them whoever can sign in. */
const sittingIn = (held: string): string =>
  `WITH held AS (${held})
   ${standing} AND (p.id IN (SELECT person_id FROM held) OR p.id IN
     (SELECT to_person_id FROM delegation WHERE from_person_id IN (SELECT person_id FROM held) AND from_on <= $1 AND to_on >= $1))
   ORDER BY p.name, p.id`;

/** Whoever sits in one of these seats on `today` or stands in for one who does, and can sign in. */
export const standingsInSeats = (
  work: Statements,
  seats: readonly HeldPosition[],
  today: string,
): Promise<PersonStanding[]> =>
  askPrepared<PersonStanding>(
    work,
    sittingIn(`SELECT o.person_id FROM position o
       JOIN (SELECT DISTINCT * FROM unnest($2::uuid[], $3::text[]) AS s (unit_id, key)) s ON s.unit_id = o.unit_id AND s.key = o.key
       WHERE o.from_on <= $1 AND (o.to_on IS NULL OR o.to_on >= $1)`),
    [today, seats.map(({ unitId }) => unitId), seats.map(({ positionKey }) => positionKey)],
  );

/** Whoever has any seat in these units on `today` or stands in for one who has, and can sign in. */
export const standingsInUnits = (
  work: Statements,
  unitIds: readonly string[],
  today: string,
): Promise<PersonStanding[]> =>
  askPrepared<PersonStanding>(
    work,
    sittingIn(`SELECT person_id FROM position
       WHERE unit_id = ANY ($2) AND from_on <= $1 AND (to_on IS NULL OR to_on >= $1)`),
    [today, unitIds],
  );
