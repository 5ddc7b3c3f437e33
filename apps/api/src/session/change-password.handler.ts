import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, changePassword, endSessions, findAccount } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { newSession, type NewToken } from './new-session.js';
import { hashPassword, isPassword } from './password.js';
import { passwordFault } from './password-rules.js';
import { SecretLimiter } from './secret-limiter.js';

@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limiter: SecretLimiter,
  ) {}

  /** Every session of the account ends, and a new one begins: its token. */
  async execute(
    caller: Caller,
    address: string | undefined,
    { current, next }: { readonly current: string; readonly next: string },
  ): Promise<NewToken> {
    const { accountId } = caller.session;
    const found = await this.unitOfWork.run(caller.actor, (work) => findAccount(work, accountId));
    const account = required(found, 'the account of a session');
    await this.limiter.admit(account.login, address);
    if (!(await isPassword(account.passwordHash, current)))
      throw invalid([{ path: '/current', message: '原密码不正确。' }]);
    await this.limiter.forgive(account.login);
    const fault = passwordFault(next, account.login, current);
    if (fault !== undefined) throw invalid([{ path: '/next', message: fault }]);
    const passwordHash = await hashPassword(next);
    const now = this.clock.now();
    return this.unitOfWork.run(caller.actor, async (work) => {
      await changePassword(work, accountId, passwordHash);
      await endSessions(work, accountId, now);
      return newSession(work, accountId, now);
    });
  }
}
