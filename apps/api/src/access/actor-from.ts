import { actorOf, type Actor } from '@wuqing/access';
import { indexOrganization, isPositionKey, type Delegation, type Position } from '@wuqing/organization';
import type { DelegationRow, PositionRow, UnitRow } from '@wuqing/persistence';

/** The rows that give a person a say: his own positions, those of whom he stands in for, and who lets him. */
export interface Seats {
  readonly positions: readonly PositionRow[];
  readonly delegations: readonly DelegationRow[];
}

/** The person as `access` knows him on `today`, 'YYYY-MM-DD'. Pure. */
export const actorFrom = (
  personId: string,
  { positions, delegations }: Seats,
  units: readonly UnitRow[],
  today: string,
): Actor =>
  actorOf(
    personId,
    indexOrganization({
      units,
      persons: [],
      kinship: [],
      positions: positions.flatMap(positionFrom),
      delegations: delegations.flatMap(delegationFrom),
    }),
    today,
  );

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
