import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, changePassword, endOtherSessions, findAccount } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { hashPassword, isPassword, passwordFault } from './password.js';

@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Other browsers of the same account are signed out. */
  async execute(caller: Caller, current: string, next: string): Promise<void> {
    const { accountId, tokenHash } = caller.session;
    const found = await this.unitOfWork.run(caller.actor, (work) => findAccount(work, accountId));
    const account = required(found, 'the account of a session');
    if (!(await isPassword(account.passwordHash, current)))
      throw invalid([{ path: '/current', message: '原密码不正确。' }]);
    const fault = passwordFault(next, account.login, current);
    if (fault !== undefined) throw invalid([{ path: '/next', message: fault }]);
    const passwordHash = await hashPassword(next);
    await this.unitOfWork.run(caller.actor, async (work) => {
      await changePassword(work, accountId, passwordHash);
      await endOtherSessions(work, accountId, tokenHash, this.clock.now());
    });
  }
}
