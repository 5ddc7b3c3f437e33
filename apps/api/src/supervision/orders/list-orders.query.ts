import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../../access/caller.js';
import { cursorOf, readCursor, type Page } from '../../http/page.js';
import { Clock } from '../../platform/clock.js';
import { DefinitionStore } from '../../platform/definition-store.js';
import { pageOfKnown } from '../../visibility/known-page.js';
import { VisibleOrders } from '../../visibility/visible-orders.js';
import type { OrderFilterDto } from './dto/order.dto.js';
import type { OrderView } from './dto/order.view.js';
import { orderViewOf } from './order-view-of.js';

/** Orders whose cases the caller may know of, the newest first. */
@Injectable()
export class ListOrdersQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: VisibleOrders,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { open, unitId, after, limit }: OrderFilterDto): Promise<Page<OrderView>> {
    const asked = {
      open: open === undefined ? undefined : open === 'true',
      unitId,
      after: readCursor(after),
      limit,
    };
    const calendar = await this.definitions.workingCalendar();
    const { page, steps } = await this.unitOfWork.run(caller.actor, async (work) => {
      const found = await this.orders.page(work, caller, asked);
      return { page: found, steps: await this.orders.steps(work, caller, found.rows) };
    });
    const now = this.clock.now();
    return pageOfKnown(page, cursorOf, (row) =>
      orderViewOf(
        row,
        steps.find(({ caseId }) => caseId === row.id),
        now,
        calendar,
      ),
    );
  }
}
