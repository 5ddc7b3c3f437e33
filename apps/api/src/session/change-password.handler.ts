import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, changePassword, endSessions, findAccount } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { newSession, type NewTokens } from './new-session.js';
import { hashPassword, isPassword } from './password.js';
import { passwordFault } from './password-rules.js';
import { SecretLimiter } from './secret-limiter.js';
import type { Source } from './source.js';

@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limiter: SecretLimiter,
  ) {}

  /** Every session of the account ends, and a new one begins: its tokens. */
  async execute(
    caller: Caller,
    source: Source,
    { current, next }: { readonly current: string; readonly next: string },
  ): Promise<NewTokens> {
    const { accountId } = caller.session;
    const found = await this.unitOfWork.run(caller.actor, (work) => findAccount(work, accountId));
    const account = required(found, 'the account of a session');
    const admitted = await this.limiter.inside(accountId);
    if (!(await isPassword(account.passwordHash, current)))
      throw invalid([{ path: '/current', message: '原密码不正确。' }]);
    await admitted.forgive();
    const fault = passwordFault(next, account.login, current);
    if (fault !== undefined) throw invalid([{ path: '/next', message: fault }]);
    const passwordHash = await hashPassword(next);
    const now = this.clock.now();
    return this.unitOfWork.run(caller.actor, async (work) => {
      await changePassword(work, accountId, passwordHash);
      await endSessions(work, accountId, now);
      return newSession(work, accountId, source, now);
    });
  }
}
