import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { StartDrafts } from '../drafts/start-drafts.js';
import { VisibleDrafts } from '../visibility/visible-drafts.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { VisibleOrders } from '../visibility/visible-orders.js';
import type { OwnCountsView } from './dto/own-counts.view.js';

/** A figure in the navigation says no more than that there are many. */
const COUNTED_MAX = 100;
const PAGE = { after: undefined, limit: COUNTED_MAX } as const;

/** 我发起的, 草稿, 预警 and 督办单, counted as their lists would show them. */
@Injectable()
export class CountOwnQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: VisibleLists,
    private readonly drafts: VisibleDrafts,
    private readonly orders: VisibleOrders,
    private readonly startDrafts: StartDrafts,
  ) {}

  async execute(caller: Caller): Promise<OwnCountsView> {
    caller.addressed();
    const own = { status: 'running', startedBy: caller.personId, terms: [], ...PAGE } as const;
    const { started, drafts, alerts, orders } = await this.unitOfWork.run(caller.actor, async (work) => ({
      started: await this.lists.cases(work, caller, own),
      drafts: await this.drafts.mine(work, caller, PAGE),
      alerts: await this.lists.alerts(work, caller, { openOnly: true, ...PAGE }),
      orders: await this.orders.page(work, caller, { open: true, unitId: undefined, ...PAGE }),
    }));
    const begun = caller.may('process.read', {}) ? (await this.startDrafts.list(caller)).items : [];
    return {
      started: started.rows.length,
      drafts: Math.min(COUNTED_MAX, drafts.rows.length + begun.length),
      alerts: alerts.rows.length,
      orders: orders.rows.length,
    };
  }
}
