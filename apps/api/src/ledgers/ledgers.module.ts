import { Module } from '@nestjs/common';
import { ExportLedgerQuery } from './export-ledger.query.js';
import { LedgerLooks } from './ledger-looks.js';
import { LedgersController } from './ledgers.controller.js';
import { ListLedgerLooksQuery } from './list-ledger-looks.query.js';
import { ListLedgerRowsQuery } from './list-ledger-rows.query.js';
import { ListLedgersQuery } from './list-ledgers.query.js';
import { ReadLedgerRowQuery } from './read-ledger-row.query.js';

@Module({
  controllers: [LedgersController],
  providers: [
    ListLedgersQuery,
    ListLedgerRowsQuery,
    ReadLedgerRowQuery,
    ListLedgerLooksQuery,
    ExportLedgerQuery,
    LedgerLooks,
  ],
})
export class LedgersModule {}
