import { Injectable } from '@nestjs/common';
import { UnitOfWork, closeAccount, reopenAccount } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { requireAccount } from './require-account.js';

/** Whoever looks after accounts closes one, and opens it again; who holds it is invited anew then. */
@Injectable()
export class CloseAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws a 403 for one's own account: somebody stays who can open it again. */
  async close(caller: Caller, accountId: string): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(caller.actor, async (work) => {
      await requireAccount(work, caller, accountId, now);
      if (accountId === caller.session.accountId)
        throw denied('不能停用自己的账号，请由另一名系统管理员办理。');
      await closeAccount(work, accountId, now);
    });
  }

  async reopen(caller: Caller, accountId: string): Promise<void> {
    await this.unitOfWork.run(caller.actor, async (work) => {
      await requireAccount(work, caller, accountId, this.clock.now());
      await reopenAccount(work, accountId);
    });
  }
}
