import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import type { SlipKind } from '@wuqing/slip';
import { parseLocalDate, parseTerm, termEnd } from '@wuqing/working-calendar';
import { Clock, dayOf } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';

/** When a slip is sent, and by when it is to be received. */
export interface SendingTime {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly year: number;
  /** 'YYYY-MM-DD'. */
  readonly receiptDueOn: string;
}

/** Terms of receipts by the town's calendar. */
@Injectable()
export class ReceiptTerms {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /** Of a slip that is sent now. */
  async now({ key, receipt }: SlipKind): Promise<SendingTime> {
    const calendar = await this.definitions.workingCalendar();
    const now = this.clock.now();
    const today = dayOf(now);
    const term = parseTerm(receipt);
    if (!term.ok) throw new Error(`Expected a term of receipt for slips ${key}, found ${receipt}`);
    return {
      at: new Date(now).toISOString(),
      year: Number(today.slice(0, 4)),
      receiptDueOn: termEnd(calendar, required(parseLocalDate(today), 'today'), term.value).date,
    };
  }
}
