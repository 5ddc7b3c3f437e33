import type { OrganizationIndex } from './organization-index.js';
import { isInForce, type Day, type Position } from './person.js';
import type { PositionKey } from './position-key.js';
import { holdersOf, positionsOf } from './resolve-candidates.js';
import type { Unit, UnitKind } from './unit.js';
import { ancestorsOf, unitOf, unitsUnder } from './unit-tree.js';

/** One floor of supervision: a position in a unit and who may act in it. */
export interface SupervisorLevel {
  readonly unitId: string;
  readonly position: PositionKey;
  readonly personIds: readonly string[];
}

interface Seat {
  readonly unit: Unit;
  readonly position: PositionKey;
}

/** Who leads a unit of each kind. */
const LEADER: Readonly<Record<UnitKind, PositionKey>> = {
  village: 'village-party-secretary',
  'general-branch': 'branch-secretary',
  office: 'office-head',
  town: 'town-party-secretary',
};

/** The seats over someone who works in that unit, nearest first; over an office stands the 分管负责人. */
function seatsOver(unit: Unit, organization: OrganizationIndex): Seat[] {
  return [unit, ...ancestorsOf(unit.id, organization)].flatMap((one): Seat[] => {
    const leader = { unit: one, position: LEADER[one.kind] };
    return unit.kind === 'office' && one.kind === 'town'
      ? [{ unit: one, position: 'town-deputy' }, leader]
      : [leader];
  });
}

/** The seats over the person, without those at or below one that he holds himself. */
function seatsOverPerson(personId: string, unit: Unit, organization: OrganizationIndex, on: Day): Seat[] {
  const own = positionsOf(personId, organization, on).filter((position) => position.onBehalfOf === null);
  const seats = seatsOver(unit, organization);
  const highest = seats.findLastIndex((seat) =>
    own.some((position) => position.key === seat.position && position.unitId === seat.unit.id),
  );
  return seats.slice(highest + 1);
}

function unitsOfWork(personId: string, organization: OrganizationIndex, on: Day): Unit[] {
  const positions = positionsOf(personId, organization, on).filter(
    (position) => position.onBehalfOf === null,
  );
  const home = organization.persons.get(personId)?.unitId;
  const ids =
    positions.length > 0 ? positions.map((position) => position.unitId) : home === undefined ? [] : [home];
  return [...new Set(ids)].map((id) => unitOf(id, organization));
}

/**
 * Who supervises the person, nearest level first: village → 党总支 → town, or office → 分管负责人 → town. The person
 * and his declared relatives are left out, and a level with nobody left is skipped upward. Empty for the first
 * secretary of the town and for a person nobody knows.
 */
export function supervisorsOf(
  personId: string,
  organization: OrganizationIndex,
  on: Day,
): readonly SupervisorLevel[] {
  const barred = [personId, ...(organization.relatives.get(personId) ?? [])];
  const seats = unitsOfWork(personId, organization, on).flatMap((unit) =>
    seatsOverPerson(personId, unit, organization, on),
  );
  const once = [...new Map(seats.map((seat) => [`${seat.unit.id}/${seat.position}`, seat])).values()];
  return once.flatMap(({ unit, position }) => {
    const holders = holdersOf(position, unit.id, organization, on).map((holder) => holder.personId);
    const personIds = [...new Set(holders)].filter((id) => !barred.includes(id));
    return personIds.length === 0 ? [] : [{ unitId: unit.id, position, personIds }];
  });
}

/** Who leads a unit beside its first: the 主任 of a village. */
const LEADS_TOO: PositionKey = 'village-director';

/**
 * What others hold in units that the person leads, or below them. Of the town there is nothing: whoever leads it is managed by the
 * body above, and his matter is not handled here.
 */
export function seatsUnder(personId: string, organization: OrganizationIndex, on: Day): readonly Position[] {
  const led = positionsOf(personId, organization, on)
    .filter(({ key, unitId, onBehalfOf }) => {
      const { kind } = unitOf(unitId, organization);
      return onBehalfOf === null && kind !== 'town' && (key === LEADER[kind] || key === LEADS_TOO);
    })
    .flatMap(({ unitId }) => unitsUnder(unitId, organization).map(({ id }) => id));
  const units = new Set(led);
  return [...organization.positionsByPerson.values()]
    .flat()
    .filter((one) => one.personId !== personId && units.has(one.unitId) && isInForce(one, on));
}
