import { assert, required } from '@wuqing/kernel';
import { relativesOf, type Kinship } from './kinship.js';
import type { Delegation, Person, Position } from './person.js';
import type { PositionKey } from './position-key.js';
import type { Unit } from './unit.js';

export interface OrganizationData {
  readonly units: readonly Unit[];
  readonly persons: readonly Person[];
  readonly positions: readonly Position[];
  readonly delegations: readonly Delegation[];
  readonly kinship: readonly Kinship[];
}

/** The organization prepared for questions. Made once by `indexOrganization`; never stored and never sent. */
export interface OrganizationIndex {
  readonly units: ReadonlyMap<string, Unit>;
  readonly children: ReadonlyMap<string, readonly Unit[]>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly positionsByPerson: ReadonlyMap<string, readonly Position[]>;
  /** By `holderKey(unitId, key)`. */
  readonly positionsByHolder: ReadonlyMap<string, readonly Position[]>;
  readonly delegationsFrom: ReadonlyMap<string, readonly Delegation[]>;
  readonly delegationsTo: ReadonlyMap<string, readonly Delegation[]>;
  readonly relatives: ReadonlyMap<string, readonly string[]>;
}

export const holderKey = (unitId: string, key: PositionKey): string => `${unitId}/${key}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function indexRelatives(kinship: readonly Kinship[]): ReadonlyMap<string, readonly string[]> {
  const byPerson = groupBy(
    kinship.flatMap((one) => [
      { personId: one.personA, one },
      { personId: one.personB, one },
    ]),
    ({ personId }) => personId,
  );
  return new Map(
    [...byPerson].map(([id, own]) => [
      id,
      relativesOf(
        id,
        own.map(({ one }) => one),
      ),
    ]),
  );
}

/** Throws a bug where a parent is unknown or a unit lies under itself: such a tree answers nothing. */
function assertTree(units: ReadonlyMap<string, Unit>): void {
  for (const unit of units.values()) {
    let above: Unit = unit;
    for (let floors = 0; above.parentId !== null; floors += 1) {
      assert(floors < units.size, `Expected a tree of units, found unit ${unit.id} under itself`);
      above = required(units.get(above.parentId), `unit ${above.parentId}, parent of unit ${above.id}`);
    }
  }
}

export function indexOrganization(data: OrganizationData): OrganizationIndex {
  const units = new Map(data.units.map((unit) => [unit.id, unit]));
  assertTree(units);
  return {
    units,
    children: groupBy(data.units, (unit) => unit.parentId),
    persons: new Map(data.persons.map((person) => [person.id, person])),
    positionsByPerson: groupBy(data.positions, (position) => position.personId),
    positionsByHolder: groupBy(data.positions, ({ unitId, key }) => holderKey(unitId, key)),
    delegationsFrom: groupBy(data.delegations, (delegation) => delegation.fromPersonId),
    delegationsTo: groupBy(data.delegations, (delegation) => delegation.toPersonId),
    relatives: indexRelatives(data.kinship),
  };
}
