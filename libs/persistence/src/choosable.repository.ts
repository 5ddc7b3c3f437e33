import type { Statements } from './unit-of-work.js';

/** Somebody whom a form's field may name. */
export interface ChoosablePerson {
  readonly id: string;
  readonly name: string;
  /** Where he is at home. */
  readonly unitName: string;
  /** Keys of the positions that he holds on the day, each once. */
  readonly positions: readonly string[];
}

export interface ChosenFrom {
  /** Whoever holds a position there. */
  readonly seatUnitIds: readonly string[];
  /** Which positions count; null: every one. */
  readonly positions: readonly string[] | null;
  /** Whoever is at home there, with a position or without. */
  readonly homeUnitIds: readonly string[];
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  /** None but these; null: everybody. */
  readonly ids: readonly string[] | null;
}

/** Who may be chosen, by name. */
export const choosablePersons = (
  work: Statements,
  { seatUnitIds, positions, homeUnitIds, on, ids }: ChosenFrom,
): Promise<ChoosablePerson[]> =>
  work.query<ChoosablePerson>(
    `WITH chosen AS (SELECT person_id AS id FROM position WHERE unit_id = ANY ($1) AND ($2::text[] IS NULL OR key = ANY ($2))
         AND from_on <= $4 AND (to_on IS NULL OR to_on >= $4)
       UNION SELECT id FROM person WHERE unit_id = ANY ($3))
     SELECT p.id::text AS id, p.name, u.name AS "unitName", coalesce(held.keys, '{}') AS positions
     FROM chosen JOIN person p USING (id) JOIN unit u ON u.id = p.unit_id
     LEFT JOIN LATERAL (SELECT array_agg(DISTINCT key ORDER BY key) AS keys FROM position
       WHERE person_id = p.id AND from_on <= $4 AND (to_on IS NULL OR to_on >= $4)) held ON true
     WHERE $5::uuid[] IS NULL OR p.id = ANY ($5) ORDER BY p.name, p.id`,
    [seatUnitIds, positions, homeUnitIds, on, ids],
  );
