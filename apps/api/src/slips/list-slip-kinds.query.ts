import { Injectable } from '@nestjs/common';
import type { UnitRow } from '@wuqing/persistence';
import { objectionToSlip, slipKinds, type SlipKind } from '@wuqing/slip';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { VisibleSlips } from '../visibility/visible-slips.js';
import type { SlipKindListView, SlipKindView } from './dto/slip.view.js';
import { TermFromNow } from '../platform/term-from-now.js';

/** The kinds that the caller may send, from where and to whom. */
@Injectable()
export class ListSlipKindsQuery {
  constructor(
    private readonly slips: VisibleSlips,
    private readonly units: UnitDirectory,
    private readonly terms: TermFromNow,
  ) {}

  async execute(caller: Caller): Promise<SlipKindListView> {
    const units = await this.units.all();
    const items: SlipKindView[] = [];
    for (const kind of slipKinds) {
      const sending = new Set(this.slips.sendingUnits(caller, kind));
      const from = units.filter(({ id }) => sending.has(id));
      const to = units.filter((unit) => from.some((one) => objectionToSlip(kind, one, unit) === undefined));
      if (to.length > 0) items.push(await this.viewOf(kind, from, to));
    }
    return { items };
  }

  private async viewOf(
    kind: SlipKind,
    from: readonly UnitRow[],
    to: readonly UnitRow[],
  ): Promise<SlipKindView> {
    const { key, title, note, receipt } = kind;
    const { dueOn: receiptDueOn } = await this.terms.of(receipt);
    return { key, title, note, from: from.map(unitOf), to: to.map(unitOf), receiptDueOn };
  }
}

const unitOf = ({ id, name }: UnitRow) => ({ id, name });
