import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { VisibleLedgerEdits } from '../visibility/visible-ledger-edits.js';
import { VisibleLedgers } from '../visibility/visible-ledgers.js';
import type { LedgerEditFilterDto } from './dto/ledger-edit.dto.js';
import type { LedgerEditView } from './dto/ledger-edit.view.js';
import { LedgerEditViews } from './ledger-edit-views.js';

/** What is written by hand in a ledger: what waits for a second person first. */
@Injectable()
export class ListLedgerEditsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
    private readonly visible: VisibleLedgerEdits,
    private readonly views: LedgerEditViews,
  ) {}

  async execute(
    caller: Caller,
    key: string,
    { unitId, after, limit }: LedgerEditFilterDto,
  ): Promise<Page<LedgerEditView>> {
    const asked = { unitId, limit, after: readCursor(after) };
    const { read, next } = await this.unitOfWork.run(caller.actor, async (work) => {
      const ledger = await this.ledgers.ledger(work, key);
      const page = await this.visible.edits(work, caller, ledger, asked);
      return { read: await this.views.read(work, caller, ledger, page.rows), next: page.next };
    });
    const items = await this.views.shown(caller, read);
    return { items, next: next === undefined ? null : cursorOf(...next) };
  }
}
