import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import type { LedgerKind } from '@wuqing/ledger';
import { UnitOfWork, ledgerKinds } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { denied } from '../http/problem.js';
import { VisibleLedgerEdits } from '../visibility/visible-ledger-edits.js';
import { VisibleLedgers } from '../visibility/visible-ledgers.js';
import type { LedgerListView } from './dto/ledger.view.js';
import { kindViewOf, type KindRights } from './ledger-view-of.js';

/** The kinds of ledgers that there are, by key, and what the caller may do with each. */
@Injectable()
export class ListLedgersQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
    private readonly edits: VisibleLedgerEdits,
    private readonly units: UnitDirectory,
  ) {}

  async execute(caller: Caller): Promise<LedgerListView> {
    if (caller.reach().length === 0) throw denied('您的职务没有查看台账的权限，请由村或镇的经办人查看。');
    const kinds = await this.unitOfWork.look(caller.actor, ledgerKinds);
    const items = kinds.map(async (kind) => kindViewOf(kind, await this.rightsIn(caller, kind)));
    return { items: await Promise.all(items) };
  }

  private async rightsIn(caller: Caller, kind: LedgerKind): Promise<KindRights> {
    const writable = await this.edits.writableUnits(caller, { kind });
    const names = await this.units.names(writable);
    return {
      mayReadLooks: kind.looks && (await this.ledgers.keeps(caller, { kind })).length > 0,
      mayReadEdits: (await this.edits.readableUnits(caller, { kind })).length > 0,
      writableUnits: writable.map((id) => ({ id, name: required(names.get(id), `unit ${id}`) })),
    };
  }
}
