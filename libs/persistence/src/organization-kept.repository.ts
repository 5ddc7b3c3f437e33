import type { JsonObject } from '@wuqing/kernel';
import type { DelegationRow, PositionRow } from './organization.repository.js';
import type { Statements, Work } from './unit-of-work.js';

/** Somebody of the township, as whoever keeps its people sees him. */
export interface KeptPerson {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly gender: string;
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string | null;
}

export interface KinshipRow {
  readonly personA: string;
  readonly personB: string;
  readonly relation: string;
}

/** All that is held in a unit, at any time; who it is, and who of them is declared kin to whom. */
export interface UnitStaff {
  readonly positions: readonly PositionRow[];
  readonly delegations: readonly DelegationRow[];
  readonly persons: readonly KeptPerson[];
  readonly kinship: readonly KinshipRow[];
}

const personColumns = `p.id, p.name, p.unit_id AS "unitId", p.gender, p.birth_date::text AS "birthDate"`;
const positionColumns = `id, person_id AS "personId", unit_id AS "unitId", key, from_on::text AS "fromOn", to_on::text AS "toOn"`;
const delegationColumns = `id, from_person_id AS "fromPersonId", to_person_id AS "toPersonId", unit_id AS "unitId", scope,
  from_on::text AS "fromOn", to_on::text AS "toOn"`;

/** One at a time changes the seats of a unit, until the transaction ends. */
export async function lockSeats(work: Work, unitId: string): Promise<void> {
  await work.query(`SELECT pg_advisory_xact_lock(hashtextextended('seats of ' || $1, 0))`, [unitId]);
}

export async function staffOf(work: Statements, unitId: string): Promise<UnitStaff> {
  const positions = await work.query<PositionRow>(
    `SELECT ${positionColumns} FROM position WHERE unit_id = $1 ORDER BY from_on, id`,
    [unitId],
  );
  const delegations = await work.query<DelegationRow>(
    `SELECT ${delegationColumns} FROM delegation WHERE unit_id = $1 ORDER BY from_on, id`,
    [unitId],
  );
  const ids = [
    ...positions.map(({ personId }) => personId),
    ...delegations.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId]),
  ];
  const kinship = await work.query<KinshipRow>(
    `SELECT person_a_id AS "personA", person_b_id AS "personB", relation FROM kinship
     WHERE person_a_id = ANY ($1) OR person_b_id = ANY ($1) ORDER BY 1, 2`,
    [ids],
  );
  const kin = kinship.flatMap(({ personA, personB }) => [personA, personB]);
  return { positions, delegations, kinship, persons: await personsByIds(work, [...ids, ...kin]) };
}

/** The same of all units at once, but for delegations: of these positions only. */
export async function staffOfAll(
  work: Statements,
  keys: readonly string[],
): Promise<Omit<UnitStaff, 'delegations'>> {
  const positions = await work.query<PositionRow>(
    `SELECT ${positionColumns} FROM position WHERE key = ANY ($1) ORDER BY from_on, id`,
    [keys],
  );
  const kinship = await work.query<KinshipRow>(
    'SELECT person_a_id AS "personA", person_b_id AS "personB", relation FROM kinship ORDER BY 1, 2',
  );
  const persons = await personsByIds(
    work,
    positions.map(({ personId }) => personId),
  );
  return { positions, kinship, persons };
}

export const personsByIds = (work: Statements, ids: readonly string[]): Promise<KeptPerson[]> =>
  work.query<KeptPerson>(
    `SELECT ${personColumns} FROM person p WHERE p.id = ANY ($1) ORDER BY p.name, p.id`,
    [[...new Set(ids)]],
  );

/** Whoever is at home in these units and has this in his name. */
export const personsNamed = (
  work: Statements,
  { unitIds, q, limit }: { readonly unitIds: readonly string[]; readonly q: string; readonly limit: number },
): Promise<KeptPerson[]> =>
  work.query<KeptPerson>(
    `SELECT ${personColumns} FROM person p WHERE p.unit_id = ANY ($1) AND strpos(p.name, $2) > 0 ORDER BY p.name, p.id LIMIT $3`,
    [unitIds, q, limit],
  );

export interface Headcount {
  readonly unitId: string;
  /** Who holds a position there on the day. */
  readonly seated: number;
}

export const headcounts = (work: Statements, on: string): Promise<Headcount[]> =>
  work.query<Headcount>(
    `SELECT unit_id AS "unitId", count(DISTINCT person_id)::int AS seated FROM position
     WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1) GROUP BY 1`,
    [on],
  );

/** False where the id is taken. */
export async function insertPerson(work: Work, person: KeptPerson): Promise<boolean> {
  const rows = await work.query(
    `INSERT INTO person (id, unit_id, name, gender, birth_date) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [person.id, person.unitId, person.name, person.gender, person.birthDate],
  );
  return rows.length > 0;
}

export async function correctPerson(work: Work, person: Omit<KeptPerson, 'unitId'>): Promise<void> {
  await work.query('UPDATE person SET name = $2, gender = $3, birth_date = $4 WHERE id = $1', [
    person.id,
    person.name,
    person.gender,
    person.birthDate,
  ]);
}

export async function findPosition(work: Statements, id: string): Promise<PositionRow | undefined> {
  const [row] = await work.query<PositionRow>(`SELECT ${positionColumns} FROM position WHERE id = $1`, [id]);
  return row;
}

export async function insertPosition(work: Work, row: PositionRow): Promise<void> {
  await work.query(
    'INSERT INTO position (id, person_id, unit_id, key, from_on, to_on) VALUES ($1, $2, $3, $4, $5, $6)',
    [row.id, row.personId, row.unitId, row.key, row.fromOn, row.toOn],
  );
}

export async function endPosition(work: Work, id: string, last: string): Promise<void> {
  await work.query('UPDATE position SET to_on = $2 WHERE id = $1', [id, last]);
}

export async function findDelegation(work: Statements, id: string): Promise<DelegationRow | undefined> {
  const [row] = await work.query<DelegationRow>(`SELECT ${delegationColumns} FROM delegation WHERE id = $1`, [
    id,
  ]);
  return row;
}

/** What either of them has to do with a substitute, in whichever unit. */
export const delegationsAround = (work: Statements, personIds: readonly string[]): Promise<DelegationRow[]> =>
  work.query<DelegationRow>(
    `SELECT ${delegationColumns} FROM delegation WHERE from_person_id = ANY ($1) ORDER BY from_on, id`,
    [personIds],
  );

export async function insertDelegation(work: Work, row: DelegationRow): Promise<void> {
  await work.query(
    'INSERT INTO delegation (id, from_person_id, to_person_id, unit_id, scope, from_on, to_on) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.fromPersonId, row.toPersonId, row.unitId, row.scope, row.fromOn, row.toOn],
  );
}

export async function endDelegation(work: Work, id: string, last: string): Promise<void> {
  await work.query('UPDATE delegation SET to_on = $2 WHERE id = $1', [id, last]);
}

const OF_BOTH = '(person_a_id = $1 AND person_b_id = $2) OR (person_a_id = $2 AND person_b_id = $1)';

/** What is declared between these two, whoever of them stands first. */
export async function relationBetween(
  work: Statements,
  one: string,
  other: string,
): Promise<string | undefined> {
  const [row] = await work.query<{ relation: string }>(`SELECT relation FROM kinship WHERE ${OF_BOTH}`, [
    one,
    other,
  ]);
  return row?.relation;
}

export async function forgetRelation(work: Work, one: string, other: string): Promise<void> {
  await work.query(`DELETE FROM kinship WHERE ${OF_BOTH}`, [one, other]);
}

export async function declareRelation(work: Work, { personA, personB, relation }: KinshipRow): Promise<void> {
  await work.query('INSERT INTO kinship (person_a_id, person_b_id, relation) VALUES ($1, $2, $3)', [
    personA,
    personB,
    relation,
  ]);
}

/** `body`: what was said, without names: persons by their ids. */
export interface OrganizationChange {
  readonly unitId: string;
  readonly personId: string;
  readonly actorId: string;
  readonly kind: string;
  readonly body: JsonObject;
  /** Epoch ms. */
  readonly at: number;
}

export async function noteOrganizationChange(work: Work, change: OrganizationChange): Promise<void> {
  await work.query(
    `INSERT INTO organization_change (unit_id, person_id, actor_id, kind, body, at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`,
    [change.unitId, change.personId, change.actorId, change.kind, JSON.stringify(change.body), change.at],
  );
}

export interface OrganizationChangeRow extends Omit<OrganizationChange, 'at'> {
  readonly id: string;
  readonly at: Date;
}

/** The latest first, older than `before`. */
export const organizationChanges = (
  work: Statements,
  {
    unitId,
    before,
    limit,
  }: { readonly unitId: string; readonly before: string | undefined; readonly limit: number },
): Promise<OrganizationChangeRow[]> =>
  work.query<OrganizationChangeRow>(
    `SELECT c.id::text, unit_id AS "unitId", person_id AS "personId", actor_id AS "actorId", kind, body, at FROM organization_change c
     WHERE unit_id = $1 AND ($2::bigint IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`,
    [unitId, before ?? null, limit],
  );
