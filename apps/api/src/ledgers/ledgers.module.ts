import { Module } from '@nestjs/common';
import { DecideLedgerEditHandler } from './decide-ledger-edit.handler.js';
import { ExportLedgerQuery } from './export-ledger.query.js';
import { LedgerEditViews } from './ledger-edit-views.js';
import { LedgerEditsController } from './ledger-edits.controller.js';
import { LedgerLooks } from './ledger-looks.js';
import { LedgersController } from './ledgers.controller.js';
import { ListLedgerEditsQuery } from './list-ledger-edits.query.js';
import { ListLedgerLooksQuery } from './list-ledger-looks.query.js';
import { ListLedgerRowsQuery } from './list-ledger-rows.query.js';
import { ListLedgersQuery } from './list-ledgers.query.js';
import { ProposeLedgerEditHandler } from './propose-ledger-edit.handler.js';
import { ReadLedgerRowQuery } from './read-ledger-row.query.js';

@Module({
  controllers: [LedgersController, LedgerEditsController],
  providers: [
    ListLedgersQuery,
    ListLedgerRowsQuery,
    ReadLedgerRowQuery,
    ListLedgerLooksQuery,
    ExportLedgerQuery,
    LedgerLooks,
    LedgerEditViews,
    ListLedgerEditsQuery,
    ProposeLedgerEditHandler,
    DecideLedgerEditHandler,
  ],
})
export class LedgersModule {}
