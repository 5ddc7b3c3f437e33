import { Injectable } from '@nestjs/common';
import { UnitOfWork, findAccountByLogin, systemActor } from '@wuqing/persistence';
import { Problem } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { newSession, type NewToken } from './new-session.js';
import { isPassword } from './password.js';
import { SecretLimiter } from './secret-limiter.js';

const ACTOR = systemActor('sign-in');

@Injectable()
export class SignInHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limiter: SecretLimiter,
  ) {}

  /** The new session's token, which exists nowhere else. A known login is asked no more than an unknown one. */
  async execute(login: string, password: string, address: string | undefined): Promise<NewToken> {
    await this.limiter.admit(login, address);
    const account = await this.unitOfWork.run(ACTOR, (work) => findAccountByLogin(work, login));
    const isRight = await isPassword(account?.passwordHash, password);
    const now = this.clock.now();
    const isLocked = account?.lockedUntil != null && account.lockedUntil.getTime() > now;
    if (!account || !isRight || isLocked) throw wrongPassword(account?.id);
    await this.limiter.forgive(login);
    return this.unitOfWork.run(ACTOR, (work) => newSession(work, account.id, now));
  }
}

const wrongPassword = (accountId: string | undefined): Problem =>
  new Problem(
    401,
    'wrong-password',
    '登录失败',
    '账号或密码不正确，请重新输入；连续输错 5 次将锁定 15 分钟。',
    {},
    {},
    accountId,
  );
