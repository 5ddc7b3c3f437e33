import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Workbook } from '../exports/workbook-answer.js';
import type { Page } from '../http/page.js';
import { Spends } from '../http/request-budgets.js';
import { UuidParam } from '../http/validated.js';
import { LedgerFilterDto, LedgerLookFilterDto } from './dto/ledger-filter.dto.js';
import {
  LedgerListView,
  LedgerLookPageView,
  LedgerRowDetailView,
  LedgerRowPageView,
  type LedgerLookView,
  type LedgerRowView,
} from './dto/ledger.view.js';
import { ExportLedgerQuery } from './export-ledger.query.js';
import { ListLedgerLooksQuery } from './list-ledger-looks.query.js';
import { ListLedgerRowsQuery } from './list-ledger-rows.query.js';
import { ListLedgersQuery } from './list-ledgers.query.js';
import { ReadLedgerRowQuery } from './read-ledger-row.query.js';

@ApiTags('ledgers')
@Controller('api')
export class LedgersController {
  constructor(
    private readonly listLedgers: ListLedgersQuery,
    private readonly listRows: ListLedgerRowsQuery,
    private readonly readRow: ReadLedgerRowQuery,
    private readonly listLooks: ListLedgerLooksQuery,
    private readonly exportLedger: ExportLedgerQuery,
  ) {}

  @Get('ledgers')
  @Action('ledger.read')
  @ApiOkResponse({ type: LedgerListView })
  list(@CurrentCaller() caller: Caller): Promise<LedgerListView> {
    return this.listLedgers.execute(caller);
  }

  @Get('ledgers/:key/rows')
  @Action('ledger.read')
  @ApiOkResponse({ type: LedgerRowPageView })
  rows(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Query() filter: LedgerFilterDto,
  ): Promise<Page<LedgerRowView>> {
    return this.listRows.execute(caller, key, filter);
  }

  @Get('ledgers/:key/export')
  @Spends('message')
  @Action('ledger.read')
  @Workbook()
  workbook(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Query() filter: LedgerFilterDto,
  ): Promise<StreamableFile> {
    return this.exportLedger.execute(caller, key, filter);
  }

  @Get('ledgers/:key/looks')
  @Action('ledger-look.read')
  @ApiOkResponse({ type: LedgerLookPageView })
  looks(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Query() filter: LedgerLookFilterDto,
  ): Promise<Page<LedgerLookView>> {
    return this.listLooks.execute(caller, key, filter);
  }

  @Get('ledger-rows/:id')
  @Action('ledger.read')
  @ApiOkResponse({ type: LedgerRowDetailView })
  row(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<LedgerRowDetailView> {
    return this.readRow.execute(caller, id);
  }
}
