import { Injectable } from '@nestjs/common';
import { insertLedgerLooks, type LedgerRow, type LookHow, type Work } from '@wuqing/persistence';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import type { Known } from '../visibility/known.js';
import type { SeenLedger } from '../visibility/visible-ledgers.js';

/** Writes down who sees rows of a ledger that asks for it, in the transaction that reads them: nobody sees and is not named. */
@Injectable()
export class LedgerLooks {
  constructor(private readonly clock: Clock) {}

  async note(
    work: Work,
    caller: Caller,
    { kind }: SeenLedger,
    rows: readonly Known<LedgerRow>[],
    how: LookHow,
  ): Promise<void> {
    if (!kind.looks || rows.length === 0) return;
    const at = new Date(this.clock.now()).toISOString();
    const looks = rows.map(({ id: rowId, unitId }) => ({
      id: uuidv7(),
      ledger: kind.key,
      rowId,
      unitId,
      personId: caller.personId,
      how,
      at,
    }));
    await insertLedgerLooks(work, looks);
  }
}
