import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { shownMoment } from '../http/shown-moment.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleLedgers } from '../visibility/visible-ledgers.js';
import type { LedgerLookFilterDto } from './dto/ledger-filter.dto.js';
import type { LedgerLookView } from './dto/ledger.view.js';

/** Who looked at rows of a ledger, for its keepers, the latest first. */
@Injectable()
export class ListLedgerLooksQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
    private readonly units: UnitDirectory,
  ) {}

  async execute(
    caller: Caller,
    key: string,
    { after, limit }: LedgerLookFilterDto,
  ): Promise<Page<LedgerLookView>> {
    const place = readCursor(after);
    const page = await this.unitOfWork.run(caller.actor, async (work) =>
      this.ledgers.looks(work, caller, await this.ledgers.ledger(work, key), { after: place, limit }),
    );
    const units = await this.units.all();
    return pageOfKnown(page, cursorOf, ({ rowId, unitId, personName, how, at }) => ({
      rowId,
      unitName: units.find(({ id }) => id === unitId)?.name ?? '',
      personName,
      how,
      at: shownMoment(at),
    }));
  }
}
