import { Injectable } from '@nestjs/common';
import type { Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { VisibleInspection } from '../visibility/visible-inspection.js';
import { VisibleOrders } from '../visibility/visible-orders.js';
import type { UnitPublicationView } from './dto/unit.view.js';
import { unitPublicationsOf } from './unit-facts.js';
import { askedYear, yearOf } from './watch-period.js';

const ORDERS_MAX = 100;

/** How a unit publishes, and what it was ordered. */
@Injectable()
export class UnitSupervision {
  constructor(
    private readonly inspection: VisibleInspection,
    private readonly orders: VisibleOrders,
    private readonly clock: Clock,
  ) {}

  /** Of this year; null for whoever does not inspect what the unit publishes. */
  async publications(work: Work, caller: Caller, unitId: string): Promise<UnitPublicationView[] | null> {
    if (!caller.may('inspection.read', { unitId })) return null;
    const seen = await this.inspection.of(work, caller, { unitId });
    const time = { now: this.clock.now(), between: yearOf(askedYear(undefined, this.clock.today())) };
    return unitPublicationsOf(await this.inspection.figures(work, seen, time), seen.duties);
  }

  /** Not closed yet, at most a hundred. */
  async openOrders(work: Work, caller: Caller, unitId: string): Promise<number> {
    const asked = { open: true, unitId, after: undefined, limit: ORDERS_MAX };
    return (await this.orders.page(work, caller, asked)).rows.length;
  }
}
