import { actorOf, type Actor } from '@wuqing/access';
import { indexOrganization, isPositionKey, type Delegation, type Position } from '@wuqing/organization';
import type { DelegationRow, PositionRow, UnitRow } from '@wuqing/persistence';

/** The rows that give a person a say: his own positions, those of whom he stands in for, and who lets him. */
export interface Seats {
  readonly positions: readonly PositionRow[];
  readonly delegations: readonly DelegationRow[];
}

/** The person as `access` knows him on `today`, 'YYYY-MM-DD'. Pure. */
export const actorFrom = (personId: string, seats: Seats, units: readonly UnitRow[], today: string): Actor =>
  actorsFrom([{ personId, ...seats }], units, today).get(personId)!;

/** Several of them by person id, out of one index of the organization. Pure. */
export function actorsFrom(
  people: readonly (Seats & { readonly personId: string })[],
  units: readonly UnitRow[],
  today: string,
): ReadonlyMap<string, Actor> {
  const organization = indexOrganization({
    units,
    persons: [],
    kinship: [],
    positions: once(people.flatMap(({ positions }) => positions)).flatMap(positionFrom),
    delegations: once(people.flatMap(({ delegations }) => delegations)).flatMap(delegationFrom),
  });
  return new Map(people.map(({ personId }) => [personId, actorOf(personId, organization, today)]));
}

/** A position is there for its holder and for whoever stands in for him. */
const once = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

function positionFrom({ id, personId, unitId, key, fromOn, toOn }: PositionRow): Position[] {
  return isPositionKey(key) ? [{ id, personId, unitId, key, from: fromOn, to: toOn }] : [];
}

function delegationFrom({
  id,
  fromPersonId,
  toPersonId,
  unitId,
  scope,
  fromOn,
  toOn,
}: DelegationRow): Delegation[] {
  if (scope !== 'all' && !isPositionKey(scope)) return [];
  return [{ id, fromPersonId, toPersonId, unitId, scope, from: fromOn, to: toOn }];
}
