import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { alertViewOf } from './alert-view-of.js';
import type { AlertFilterDto } from './dto/alert-filter.dto.js';
import type { AlertView } from './dto/alert.view.js';

/** Alerts addressed to the caller's positions, of what he may know of; the newest first. */
@Injectable()
export class ListAlertsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: VisibleLists,
  ) {}

  async execute(caller: Caller, { open, after, limit }: AlertFilterDto): Promise<Page<AlertView>> {
    const asked = { openOnly: open === 'true', after: readCursor(after), limit };
    const known = await this.unitOfWork.run(caller.actor, (work) => this.lists.alerts(work, caller, asked));
    return pageOfKnown(known, cursorOf, alertViewOf);
  }
}
