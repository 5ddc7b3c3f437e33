import { Inject, Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  countFailedAttempt,
  findAccountByLogin,
  forgetFailedAttempts,
  openSession,
  systemActor,
  type Account,
} from '@wuqing/persistence';
import { Problem, tooMany } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { AttemptLimiter } from './attempt-limiter.js';
import { isPassword } from './password.js';
import { IDLE_MS, LOCKED_MS, PASSWORD_ATTEMPTS_MAX } from './session-terms.js';
import { newSecret, tokenHashOf } from './session-token.js';

export const SIGN_IN_LIMITS = Symbol('sign-in limits');

export interface SignInLimits {
  readonly byAddress: AttemptLimiter;
  /** Of wrong passwords; known and unknown logins are told the same. */
  readonly byLogin: AttemptLimiter;
}

const ACTOR = systemActor('sign-in');

@Injectable()
export class SignInHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(SIGN_IN_LIMITS) private readonly limits: SignInLimits,
  ) {}

  /** The new session's token, which exists nowhere else. */
  async execute(login: string, password: string, address: string): Promise<string> {
    const now = this.clock.now();
    const name = login.toLowerCase();
    this.requirePatience(name, address, now);
    const account =
      (await this.unitOfWork.run(ACTOR, (work) => findAccountByLogin(work, login))) ?? undefined;
    const isRight = await isPassword(account?.passwordHash, password);
    const isLocked = account?.lockedUntil != null && account.lockedUntil.getTime() > now;
    if (!account || !isRight || isLocked) {
      await this.countFailure(account, name, now);
      throw new Problem(
        401,
        'wrong-password',
        '登录失败',
        '账号或密码不正确,请重新输入;连续输错 5 次将锁定 15 分钟。',
      );
    }
    this.limits.byLogin.forget(name);
    return this.open(account, now);
  }

  private requirePatience(name: string, address: string, now: number): void {
    const waitMs = Math.max(
      this.limits.byAddress.waitMs(address, now),
      this.limits.byLogin.waitMs(name, now),
    );
    if (waitMs > 0) throw tooMany(waitMs / 1_000);
    this.limits.byAddress.count(address, now);
  }

  private async countFailure(account: Account | undefined, name: string, now: number): Promise<void> {
    this.limits.byLogin.count(name, now);
    if (!account) return;
    await this.unitOfWork.run(ACTOR, (work) =>
      countFailedAttempt(work, account.id, PASSWORD_ATTEMPTS_MAX, now + LOCKED_MS),
    );
  }

  private async open(account: Account, now: number): Promise<string> {
    const token = newSecret();
    await this.unitOfWork.run(ACTOR, async (work) => {
      await forgetFailedAttempts(work, account.id);
      await openSession(work, {
        tokenHash: tokenHashOf(token),
        accountId: account.id,
        csrfToken: newSecret(),
        createdAt: new Date(now),
        expiresAt: new Date(now + IDLE_MS),
      });
    });
    return token;
  }
}
