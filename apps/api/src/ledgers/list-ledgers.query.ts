import { Injectable } from '@nestjs/common';
import { UnitOfWork, ledgerKinds } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';
import { VisibleLedgers } from '../visibility/visible-ledgers.js';
import type { LedgerListView } from './dto/ledger.view.js';
import { kindViewOf } from './ledger-view-of.js';

/** The kinds of ledgers that there are, by key. */
@Injectable()
export class ListLedgersQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: VisibleLedgers,
  ) {}

  async execute(caller: Caller): Promise<LedgerListView> {
    if (caller.reach().length === 0) throw denied('您的职务没有查看台账的权限，请由村或镇的经办人查看。');
    const kinds = await this.unitOfWork.look(caller.actor, ledgerKinds);
    const items = kinds.map(async (kind) =>
      kindViewOf(kind, kind.looks && (await this.ledgers.keeps(caller, { kind })).length > 0),
    );
    return { items: await Promise.all(items) };
  }
}
