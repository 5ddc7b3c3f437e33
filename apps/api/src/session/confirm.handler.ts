import { Injectable } from '@nestjs/common';
import { UnitOfWork, confirmSession, findAccount } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { SecondStep } from '../second-factor/second-step.js';
import { isPassword } from './password.js';
import { SecretLimiter } from './secret-limiter.js';

/** Whoever is signed in says once more who he is: by his second factor where he has one, else by his password. */
@Injectable()
export class ConfirmHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limiter: SecretLimiter,
    private readonly secondStep: SecondStep,
  ) {}

  async execute(caller: Caller, secret: string): Promise<void> {
    const { accountId, tokenHash, hasSecondFactor } = caller.session;
    const admitted = await this.limiter.inside(accountId);
    const isRight = hasSecondFactor
      ? await this.secondStep.use(accountId, secret)
      : await this.isOwnPassword(caller, secret);
    if (!isRight) throw wrongSecret(hasSecondFactor);
    await admitted.forgive();
    await this.unitOfWork.run(caller.actor, (work) => confirmSession(work, tokenHash, this.clock.now()));
  }

  private async isOwnPassword({ actor, session }: Caller, password: string): Promise<boolean> {
    const account = await this.unitOfWork.run(actor, (work) => findAccount(work, session.accountId));
    return isPassword(account?.passwordHash, password);
  }
}

const wrongSecret = (hasSecondFactor: boolean) =>
  invalid([
    {
      path: '/secret',
      message: hasSecondFactor ? '动态口令不正确，或已经用过；请等下一个。' : '密码不正确，请重新输入。',
    },
  ]);
