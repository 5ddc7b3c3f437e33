import { Injectable } from '@nestjs/common';
import { UnitOfWork, listAlerts } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, pageOf, readCursor, type Page } from '../http/page.js';
import { alertViewOf } from './alert-view-of.js';
import type { AlertFilterDto } from './dto/alert-filter.dto.js';
import type { AlertView } from './dto/alert.view.js';

/** Alerts addressed to the caller's positions, the newest first. */
@Injectable()
export class ListAlertsQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(caller: Caller, { open, after, limit }: AlertFilterDto): Promise<Page<AlertView>> {
    const filter = {
      positions: caller.addressed(),
      openOnly: open === 'true',
      after: readCursor(after),
      limit: limit + 1,
    };
    const rows = await this.unitOfWork.run(caller.actor, (work) => listAlerts(work, filter));
    return pageOf(rows, limit, (row) => cursorOf(row.createdAt.toISOString(), row.id), alertViewOf);
  }
}
