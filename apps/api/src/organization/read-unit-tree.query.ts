import { Injectable } from '@nestjs/common';
import { checkSeats, checkedPositions } from '@wuqing/organization';
import { UnitOfWork, headcounts, staffOfAll, type UnitRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { denied } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { UnitTreeView } from './dto/organization.view.js';
import { seatsOf } from './village-seats.js';

/** Town, offices, 党总支 and villages that the caller keeps: how many are in office today, and what is wrong with their seats. */
@Injectable()
export class ReadUnitTreeQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller): Promise<UnitTreeView> {
    const kept = new Set(caller.reachFor('organization.keep'));
    if (kept.size === 0) throw denied();
    const today = this.clock.today();
    const { counts, staff } = await this.unitOfWork.run(caller.actor, async (work) => ({
      counts: new Map((await headcounts(work, today)).map(({ unitId, seated }) => [unitId, seated])),
      staff: await staffOfAll(work, checkedPositions),
    }));
    const faultsOf = ({ id, kind }: UnitRow): number => {
      if (kind !== 'village') return 0;
      const positions = staff.positions.filter(({ unitId }) => unitId === id);
      return checkSeats(seatsOf({ ...staff, positions }), today).filter(({ isKept }) => !isKept).length;
    };
    const units = (await this.units.all()).filter(({ id }) => kept.has(id));
    return {
      items: units.map((unit) => ({
        id: unit.id,
        parentId: unit.parentId,
        kind: unit.kind,
        name: unit.name,
        seated: counts.get(unit.id) ?? 0,
        faults: faultsOf(unit),
      })),
    };
  }
}
