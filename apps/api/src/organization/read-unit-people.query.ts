import { Injectable } from '@nestjs/common';
import {
  allPositionKeys,
  checkSeats,
  isInForce,
  positionKeys,
  relations,
  titleOf,
  type Delegation,
  type Position,
} from '@wuqing/organization';
import { UnitOfWork, staffOf, type UnitRow, type UnitStaff } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { KinView, SeatView, SubstituteView, UnitPeopleView } from './dto/organization.view.js';
import { delegationsFrom, kinshipFrom, positionsFrom, seatsOf } from './village-seats.js';

/** Who holds what in a unit on a day, who stands in for whom, who is kin to whom, and whether the seats are as the law wants them. */
@Injectable()
export class ReadUnitPeopleQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, unitId: string, on = this.clock.today()): Promise<UnitPeopleView> {
    caller.requireSight('organization.keep', { unitId });
    const unit = await this.units.find(unitId);
    if (!unit) throw notFound();
    const staff = await this.unitOfWork.look(caller.actor, (work) => staffOf(work, unitId));
    return viewOf(unit, staff, on);
  }
}

function viewOf(unit: UnitRow, staff: UnitStaff, on: string): UnitPeopleView {
  const names = new Map(staff.persons.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const now = ({ to }: Pick<Position, 'to'>): boolean => to === null || to >= on;
  const seats = positionsFrom(staff.positions).filter(now);
  const holders = new Set(seats.filter((seat) => isInForce(seat, on)).map(({ personId }) => personId));
  const kinship = kinshipFrom(staff.kinship).filter(
    ({ personA, personB }) => holders.has(personA) || holders.has(personB),
  );
  return {
    id: unit.id,
    name: unit.name,
    kind: unit.kind,
    on,
    positions: allPositionKeys
      .filter((key) => positionKeys[key].unitKind === unit.kind)
      .map((key) => ({ key, title: titleOf(key) })),
    seats: inOrder(seats).map((seat) => seatView(seat, nameOf, on)),
    substitutes: delegationsFrom(staff.delegations)
      .filter(now)
      .map((one) => substituteView(one, nameOf)),
    kinship: kinship.map(({ personA, personB, relation }): KinView => ({
      personId: personA,
      personName: nameOf(personA),
      otherId: personB,
      otherName: nameOf(personB),
      relation,
      title: relations[relation].title,
    })),
    checks: unit.kind === 'village' ? checkSeats(seatsOf(staff), on) : [],
  };
}

/** As positions are ranked, and who came first before who came later. */
function inOrder(seats: readonly Position[]): Position[] {
  const rank = (seat: Position): number => allPositionKeys.indexOf(seat.key);
  return [...seats].sort((one, other) => rank(one) - rank(other) || (one.from < other.from ? -1 : 1));
}

const seatView = (seat: Position, nameOf: (id: string) => string, on: string): SeatView => ({
  id: seat.id,
  key: seat.key,
  title: titleOf(seat.key),
  personId: seat.personId,
  personName: nameOf(seat.personId),
  from: seat.from,
  to: seat.to,
  isToCome: seat.from > on,
});

const substituteView = (one: Delegation, nameOf: (id: string) => string): SubstituteView => ({
  id: one.id,
  fromPersonId: one.fromPersonId,
  fromPersonName: nameOf(one.fromPersonId),
  toPersonId: one.toPersonId,
  toPersonName: nameOf(one.toPersonId),
  scope: one.scope,
  title: one.scope === 'all' ? '全部岗位' : titleOf(one.scope),
  from: one.from,
  to: one.to ?? '',
});
