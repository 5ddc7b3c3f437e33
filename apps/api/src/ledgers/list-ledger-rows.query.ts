import { Injectable } from '@nestjs/common';
import { UnitOfWork, type LookHow } from '@wuqing/persistence';
import { searchTermsOf } from '@wuqing/search-words';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { ledgerResource } from '../visibility/ledger-resource.js';
import { VisibleLedgers } from '../visibility/visible-ledgers.js';
import type { LedgerFilterDto } from './dto/ledger-filter.dto.js';
import type { LedgerRowView } from './dto/ledger.view.js';
import { LedgerLooks } from './ledger-looks.js';
import { rowViewOf } from './ledger-view-of.js';

/** Rows of a ledger that the caller may know of, the last begun first; as they stand, or as they stood on a day. */
@Injectable()
export class ListLedgerRowsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
    private readonly looks: LedgerLooks,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    key: string,
    { unitId, q, state, inForceOn, asOf, after, limit }: LedgerFilterDto,
    how: LookHow = 'list',
  ): Promise<Page<LedgerRowView>> {
    const asked = {
      ...{ unitId, state, inForceOn, limit },
      terms: searchTermsOf(q ?? ''),
      asOf: asOf === undefined ? undefined : endOfDay(asOf),
      after: readCursor(after),
    };
    const { ledger, page } = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.ledgers.ledger(work, key);
      const found = await this.ledgers.rows(work, caller, seen, asked);
      await this.looks.note(work, caller, seen, found.rows, how);
      return { ledger: seen, page: found };
    });
    const tree = await this.units.tree();
    const reader = {
      caller,
      tree,
      today: this.clock.today(),
      resourceIn: (id: string) => ledgerResource(ledger.kind, id, tree),
    };
    return pageOfKnown(page, cursorOf, (row) => rowViewOf(ledger, row, reader));
  }
}

/** Of the day where the township is. */
const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();
