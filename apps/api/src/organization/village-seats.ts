import {
  isPositionKey,
  relations,
  type Delegation,
  type Kinship,
  type Position,
  type Relation,
  type VillageSeats,
} from '@wuqing/organization';
import type { DelegationRow, KinshipRow, PositionRow, UnitStaff } from '@wuqing/persistence';

/** A row whose key the product does not know is nobody's seat. */
export const positionsFrom = (rows: readonly PositionRow[]): Position[] =>
  rows.flatMap(({ fromOn, toOn, key, ...row }) =>
    isPositionKey(key) ? [{ ...row, key, from: fromOn, to: toOn }] : [],
  );

export const delegationsFrom = (rows: readonly DelegationRow[]): Delegation[] =>
  rows.flatMap(({ fromOn, toOn, scope, ...row }) =>
    scope === 'all' || isPositionKey(scope) ? [{ ...row, scope, from: fromOn, to: toOn }] : [],
  );

const isRelation = (relation: string): relation is Relation => Object.hasOwn(relations, relation);

export const kinshipFrom = (rows: readonly KinshipRow[]): Kinship[] =>
  rows.flatMap(({ relation, ...row }) => (isRelation(relation) ? [{ ...row, relation }] : []));

/** What the seats of a village are held against. */
export const seatsOf = (staff: Pick<UnitStaff, 'positions' | 'persons' | 'kinship'>): VillageSeats => ({
  positions: positionsFrom(staff.positions),
  persons: new Map(
    staff.persons.map(({ id, name, gender }) => [
      id,
      { name, gender: gender === 'female' ? 'female' : 'male' },
    ]),
  ),
  kinship: kinshipFrom(staff.kinship),
});
