import { Injectable } from '@nestjs/common';
import { appointmentFault, endFault, newlyForbidden, type Position } from '@wuqing/organization';
import {
  endPosition,
  findPosition,
  insertPosition,
  staffOf,
  type UnitRow,
  type UnitStaff,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { conflict, invalid, notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { AppointDto, EndTermDto } from './dto/organization.dto.js';
import { KeptChanges, keptPerson, requireOther } from './kept-changes.js';
import { positionsFrom, seatsOf } from './village-seats.js';

/** Seats are given and left; nothing of a past term is ever changed. */
@Injectable()
export class AppointHandler {
  constructor(
    private readonly changes: KeptChanges,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** The same id with the same words is the same appointment; with others a 409. */
  async appoint(caller: Caller, id: string, { reason, ...seat }: AppointDto): Promise<void> {
    const said = { ...seat, to: seat.to ?? null };
    const unit = await this.units.find(said.unitId);
    if (!unit) throw invalid([{ path: '/unitId', message: '没有这个单位，请重新选择。' }]);
    requireOther(caller, said.personId);
    await this.changes.make(caller, { unitId: unit.id, reason }, async (work) => {
      const wish: Position = { id, ...said };
      const person = await keptPerson(work, caller, { id: said.personId, path: '/personId' });
      const known = await findPosition(work, id);
      if (known) {
        if (isSaid(wish, positionsFrom([known])[0])) return null;
        throw conflict('这次任职已按别的内容登记，请刷新后查看。');
      }
      const staff = await staffOf(work, unit.id);
      this.requireLawful(unit, wish, { ...staff, persons: [...staff.persons, person] });
      await insertPosition(work, { ...wish, fromOn: wish.from, toOn: wish.to });
      return {
        personId: said.personId,
        kind: 'position-given',
        body: { key: said.key, from: said.from, to: said.to },
      };
    });
  }

  /** The last day of a term; a later one than was said is another term. */
  async end(caller: Caller, id: string, { last, reason }: EndTermDto): Promise<void> {
    const position = await this.changes.known(caller, (work) => findPosition(work, id));
    requireOther(caller, position.personId);
    await this.changes.make(caller, { unitId: position.unitId, reason }, async (work) => {
      const [known] = positionsFrom([(await findPosition(work, id)) ?? position]);
      if (!known) throw notFound();
      if (known.to === last) return null;
      const today = this.clock.today();
      if (known.to !== null && known.to < today) throw conflict('这段任期已经结束，不能再改。');
      const fault = endFault(known, last, today);
      if (fault !== null) throw invalid([{ path: '/last', message: fault }]);
      await endPosition(work, id, last);
      return { personId: known.personId, kind: 'position-ended', body: { key: known.key, last } };
    });
  }

  private requireLawful(unit: UnitRow, wish: Position, staff: UnitStaff): void {
    const fault = appointmentFault(unit, wish, positionsFrom(staff.positions));
    if (fault !== null) throw invalid([{ path: `/${fault.field}`, message: fault.sentence }]);
    if (unit.kind !== 'village') return;
    const before = seatsOf(staff);
    const after = { ...before, positions: [...before.positions, wish] };
    const [forbidden] = newlyForbidden(before, after, wish.from);
    if (forbidden)
      throw invalid([{ path: '/personId', message: `${forbidden.sentence}。依据：${forbidden.source}。` }]);
  }
}

const isSaid = (wish: Position, known: Position | undefined): boolean =>
  known !== undefined &&
  known.personId === wish.personId &&
  known.unitId === wish.unitId &&
  known.key === wish.key &&
  known.from === wish.from &&
  known.to === wish.to;
