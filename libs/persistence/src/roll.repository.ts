import type { JsonObject } from '@wuqing/kernel';
import type { Statements } from './unit-of-work.js';

export interface SeatRow {
  readonly personId: string;
  readonly name: string;
  readonly isWoman: boolean;
}

export interface KinRow {
  readonly personA: string;
  readonly personB: string;
  readonly relation: string;
}

/** Who holds one of these positions in that unit on `on`, each person once, by name. */
export const peopleInSeats = (
  work: Statements,
  unitId: string,
  keys: readonly string[],
  on: string,
): Promise<SeatRow[]> =>
  work.query<SeatRow>(
    `SELECT DISTINCT p.id::text AS "personId", p.name, p.gender = 'female' AS "isWoman" FROM position s JOIN person p ON p.id = s.person_id
     WHERE s.unit_id = $1 AND s.key = ANY ($2) AND s.from_on <= $3 AND (s.to_on IS NULL OR s.to_on >= $3)
     ORDER BY p.name, "personId"`,
    [unitId, keys, on],
  );

/** People of the unit whom one of these words names, by id or by full name (all who bear it); others are left out. */
export const villagersNamed = (
  work: Statements,
  unitId: string,
  words: readonly string[],
): Promise<SeatRow[]> =>
  work.query<SeatRow>(
    `SELECT id::text AS "personId", name, gender = 'female' AS "isWoman" FROM person
     WHERE unit_id = $1 AND (id::text = ANY ($2) OR name = ANY ($2)) ORDER BY name, id`,
    [unitId, words],
  );

/** Declared relations in which one of these people stands. */
export const kinshipOf = (work: Statements, ids: readonly string[]): Promise<KinRow[]> =>
  work.query<KinRow>(
    `SELECT person_a_id::text AS "personA", person_b_id::text AS "personB", relation FROM kinship
     WHERE person_a_id::text = ANY ($1) OR person_b_id::text = ANY ($1) ORDER BY person_a_id, person_b_id`,
    [ids],
  );

/** What an extension said when this user task opened, by its expressions; undefined where it has none. */
export async function extensionValuesOf(
  work: Statements,
  caseId: string,
  elementKey: string,
  extension: string,
): Promise<JsonObject | undefined> {
  const rows = await work.query<{ values: JsonObject }>(
    `SELECT said -> 'values' AS values FROM journal_entry,
       jsonb_array_elements(effects) AS effect, jsonb_array_elements(effect -> 'extensions') AS said
     WHERE case_id = $1 AND effect ->> 'type' = 'OpenUserTask' AND effect ->> 'userTask' = $2 AND said ->> 'name' = $3
     ORDER BY position DESC LIMIT 1`,
    [caseId, elementKey, extension],
  );
  return rows[0]?.values;
}
