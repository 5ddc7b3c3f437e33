import { Injectable, type StreamableFile } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { PAGE_LIMIT, boundedRows } from '../exports/bounded-rows.js';
import { workbookAnswer } from '../exports/workbook-answer.js';
import { Clock } from '../platform/clock.js';
import { PersonNames } from '../platform/person-names.js';
import { VisibleLedgers } from '../visibility/visible-ledgers.js';
import type { LedgerFilterDto } from './dto/ledger-filter.dto.js';
import { idsIn, ledgerSheet } from './ledger-sheet.js';
import { ListLedgerRowsQuery } from './list-ledger-rows.query.js';

/** What is seen of a ledger, as a workbook: the rows of the list itself, under its filter and its reader's sight. */
@Injectable()
export class ExportLedgerQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
    private readonly listRows: ListLedgerRowsQuery,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, key: string, filter: LedgerFilterDto): Promise<StreamableFile> {
    const { kind } = await this.unitOfWork.run(caller.actor, (work) => this.ledgers.ledger(work, key));
    const { columns, cellsOf } = ledgerSheet(kind);
    let names: ReadonlyMap<string, string> = new Map();
    const rows = await boundedRows({
      page: async (after) => {
        const asked = { ...filter, limit: PAGE_LIMIT, ...(after !== undefined && { after }) };
        const page = await this.listRows.execute(caller, key, asked, 'export');
        names = await this.names.of(idsIn(page.items));
        return page;
      },
      cellsOf: (row) => cellsOf(row, names),
    });
    const { title: name } = kind;
    return workbookAnswer(name, this.clock.today(), [{ name: sheetName(name), columns, rows }]);
  }
}

/** A sheet's name has at most 31 letters and none of these. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, '').slice(0, 31);
