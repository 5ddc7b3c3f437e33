import { Injectable } from '@nestjs/common';
import { UnitOfWork, findAccountByLogin, systemActor, type Account } from '@wuqing/persistence';
import { Problem } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { SecondStep } from '../second-factor/second-step.js';
import type { SignInDto } from './dto/sign-in.dto.js';
import { newSession, type NewTokens } from './new-session.js';
import { isPassword } from './password.js';
import { SecretLimiter } from './secret-limiter.js';
import type { Source } from './source.js';

const ACTOR = systemActor('sign-in');

@Injectable()
export class SignInHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limiter: SecretLimiter,
    private readonly secondStep: SecondStep,
  ) {}

  /** The new session's tokens, which exist nowhere else. A known login is asked no more than an unknown one. */
  async execute({ login, password, code }: SignInDto, source: Source): Promise<NewTokens> {
    const account = await this.accountOf(login, password, source);
    if (await this.secondStep.isAsked(account.id)) await this.requireCode(account, code, source);
    return this.unitOfWork.run(ACTOR, (work) => newSession(work, account.id, source, this.clock.now()));
  }

  private async accountOf(login: string, password: string, source: Source): Promise<Account> {
    const admitted = await this.limiter.atTheDoor(login, source);
    const account = await this.unitOfWork.run(ACTOR, (work) => findAccountByLogin(work, login));
    const isRight = await isPassword(account?.passwordHash, password);
    if (!account || !isRight) throw wrongPassword(account?.id);
    await admitted.forgive();
    return account;
  }

  private async requireCode({ id, login }: Account, code: string | undefined, source: Source): Promise<void> {
    if (code === undefined) throw codeRequired(id);
    const admitted = await this.limiter.secondStep(login, source);
    if (!(await this.secondStep.use(id, code))) throw wrongCode(id);
    await admitted.forgive();
  }
}

const refusal = (kind: string, title: string, detail: string, accountId: string | undefined): Problem =>
  new Problem(401, kind, title, detail, {}, {}, accountId);

const wrongPassword = (accountId: string | undefined): Problem =>
  refusal(
    'wrong-password',
    '登录失败',
    '账号或密码不正确，请重新输入；连续输错 5 次须等 1 分钟，再输错，等待时间会加长。',
    accountId,
  );

const codeRequired = (accountId: string): Problem =>
  refusal(
    'second-factor-required',
    '还差一步',
    '请填写手机上此刻显示的 6 位动态口令；手机不在身边，可填一个恢复码。',
    accountId,
  );

const wrongCode = (accountId: string): Problem =>
  refusal(
    'wrong-code',
    '登录失败',
    '动态口令不正确，或已经用过；请等手机上显示下一个再填，并核对手机时间。',
    accountId,
  );
