import { Injectable } from '@nestjs/common';
import { UnitOfWork, endSessions, removeSecondFactor } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { requireAccount } from './require-account.js';

/** For whoever has lost the telephone and the recovery codes: the password stays, the sessions do not. */
@Injectable()
export class ClearSecondFactorHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws a 403 for one's own account: whoever has taken a session over must not get rid of it so. */
  async execute(caller: Caller, accountId: string): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(caller.actor, async (work) => {
      await requireAccount(work, caller, accountId, now);
      if (accountId === caller.session.accountId)
        throw denied('不能清除自己的动态口令，请由另一名系统管理员办理。');
      await removeSecondFactor(work, accountId);
      await endSessions(work, accountId, now);
    });
  }
}
