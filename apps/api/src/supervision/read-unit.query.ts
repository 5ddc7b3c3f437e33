import { Injectable } from '@nestjs/common';
import { UnitOfWork, namesInSeats } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { alertViewOf } from '../alerts/alert-view-of.js';
import { denied, notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { noticeViewOf } from '../public-pages/notices.query.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { WatchedUnitView } from './dto/unit.view.js';
import { leadingSeats, seatViewsOf, unitFiguresOf } from './unit-facts.js';
import { UnitSupervision } from './unit-supervision.js';

const SHOWN = 5;

/** A village as its supervisor looks at it: who leads it, what it publishes, and the last that he was told of it. */
@Injectable()
export class ReadUnitQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: VisibleLists,
    private readonly records: VisibleRecords,
    private readonly supervision: UnitSupervision,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, unitId: string): Promise<WatchedUnitView> {
    const reach = caller.reachFor('supervision.read');
    if (reach.length === 0) throw denied('您的职务没有查看督办台的权限，请由负责监督的人员查看。');
    const units = await this.units.all();
    const unit = units.find(({ id }) => id === unitId && reach.includes(id));
    if (!unit) throw notFound();
    const now = this.clock.now();
    const { hanging, alerts, seats, ...read } = await this.unitOfWork.run(caller.actor, async (work) => ({
      hanging: await this.records.hangingNotices(work, { unitId, now }),
      alerts: await this.lists.alerts(work, caller, {
        unitId,
        openOnly: false,
        after: undefined,
        limit: SHOWN,
      }),
      seats: await namesInSeats(
        work,
        leadingSeats.map((positionKey) => ({ positionKey, unitId })),
        this.clock.today(),
      ),
      publications: await this.supervision.publications(work, caller, unitId),
      openOrders: await this.supervision.openOrders(work, caller, unitId),
    }));
    return {
      unitId,
      unitName: unit.name,
      villageCode: unit.kind === 'village' ? unit.code : null,
      parentName: units.find(({ id }) => id === unit.parentId)?.name ?? null,
      hangingTotal: hanging.length,
      hanging: hanging.slice(0, SHOWN).map((row) => noticeViewOf(row, units, now)),
      alerts: alerts.rows.map(alertViewOf),
      figures: unitFiguresOf(unit.figures),
      seats: seatViewsOf(seats),
      ...read,
    };
  }
}
