import { Injectable } from '@nestjs/common';
import { UnitOfWork, listAccounts } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { viewOf } from './account-view-of.js';
import { denied } from '../http/problem.js';
import type { AccountFilterDto, AccountPageView } from './dto/account.dto.js';

/** Accounts of the units in which the caller may invite. */
@Injectable()
export class ListAccountsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { q, after, limit }: AccountFilterDto): Promise<AccountPageView> {
    const unitIds = caller.reachFor('account.invite');
    if (unitIds.length === 0) throw denied();
    const rows = await this.unitOfWork.run(caller.actor, (work) =>
      listAccounts(work, { unitIds, q, after, limit: limit + 1, now: this.clock.now() }),
    );
    const items = rows.slice(0, limit).map(viewOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.login ?? null) : null };
  }
}
