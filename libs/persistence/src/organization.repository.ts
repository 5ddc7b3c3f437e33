import type { JsonObject } from '@wuqing/kernel';
import { UnitEntity } from './entities/unit.entity.js';
import type { Statements, Work } from './unit-of-work.js';

export type UnitRow = Readonly<UnitEntity>;

export interface PositionRow {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly key: string;
  /** Calendar dates, 'YYYY-MM-DD'; `toOn` null = without end. */
  readonly fromOn: string;
  readonly toOn: string | null;
}

export interface DelegationRow {
  readonly id: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly unitId: string;
  readonly scope: string;
  readonly fromOn: string;
  readonly toOn: string;
}

export const readUnits = (work: Work): Promise<UnitRow[]> =>
  work.manager.find(UnitEntity, { order: { code: 'ASC' } });

/** Positions that these people hold on `on`. */
export const positionsOf = (
  work: Statements,
  personIds: readonly string[],
  on: string,
): Promise<PositionRow[]> =>
  work.query<PositionRow>(
    `SELECT id, person_id AS "personId", unit_id AS "unitId", key, from_on::text AS "fromOn", to_on::text AS "toOn"
     FROM position WHERE person_id = ANY ($1) AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY key, unit_id`,
    [personIds, on],
  );

/** Names by person id; ids that are no person's are left out. */
export async function personNames(
  work: Statements,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await work.query<{ id: string; name: string }>(
    'SELECT id::text, name FROM person WHERE id::text = ANY ($1)',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function figuresOf(work: Work, unitId: string): Promise<JsonObject> {
  const rows = await work.query<{ figures: JsonObject }>('SELECT figures FROM unit WHERE id = $1', [unitId]);
  return rows[0]?.figures ?? {};
}

export interface SeatNames {
  readonly positionKey: string;
  readonly unitId: string;
  readonly names: readonly string[];
}

/** Who sits in each of these seats on `on`, by name; empty seats are left out. */
export const namesInSeats = (
  work: Work,
  seats: readonly { readonly positionKey: string; readonly unitId: string }[],
  on: string,
): Promise<SeatNames[]> =>
  work.query<SeatNames>(
    `SELECT o.key AS "positionKey", o.unit_id AS "unitId", jsonb_agg(DISTINCT p.name) AS names
     FROM position o JOIN person p ON p.id = o.person_id
     JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[]) AS seat (unit_id, key)) seat ON seat.unit_id = o.unit_id AND seat.key = o.key
     WHERE o.from_on <= $3 AND (o.to_on IS NULL OR o.to_on >= $3) GROUP BY 1, 2`,
    [seats.map(({ unitId }) => unitId), seats.map(({ positionKey }) => positionKey), on],
  );

/** The town's name: there is one town. */
export async function townName(work: Statements): Promise<string> {
  const rows = await work.query<{ name: string }>(`SELECT name FROM unit WHERE kind = 'town'`);
  if (!rows[0]) throw new Error('Expected a town');
  return rows[0].name;
}

/** What the unit is called today; its absence is a bug. */
export async function unitNameOf(work: Statements, unitId: string): Promise<string> {
  const rows = await work.query<{ name: string }>('SELECT name FROM unit WHERE id = $1', [unitId]);
  if (!rows[0]) throw new Error(`Expected unit ${unitId}`);
  return rows[0].name;
}
