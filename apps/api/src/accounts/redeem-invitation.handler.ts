import { Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  findInvitation,
  keepDevice,
  keptCode,
  redeemInvitation,
  systemActor,
} from '@wuqing/persistence';
import { Problem, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { hashPassword, isPassword } from '../session/password.js';
import { passwordFault } from '../session/password-rules.js';
import { SecretLimiter } from '../session/secret-limiter.js';
import { newSecret, tokenHashOf } from '../session/session-token.js';
import type { Source } from '../session/source.js';
import type { RedeemInvitationDto } from './dto/account.dto.js';

const ACTOR = systemActor('invitation');

/** The holder of an invitation chooses a password, once. */
@Injectable()
export class RedeemInvitationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limiter: SecretLimiter,
  ) {}

  /** Gives the account's id, and the token of the browser, which is known to the account from now on. */
  async execute(
    { login, code, password }: RedeemInvitationDto,
    source: Source,
  ): Promise<{ readonly accountId: string; readonly device: string }> {
    const admitted = await this.limiter.withInvitation(login, source);
    const now = this.clock.now();
    const found = await this.unitOfWork.run(ACTOR, (work) => findInvitation(work, login, now));
    if (!(await isPassword(found?.codeHash, keptCode(code))) || !found)
      throw wrongInvitation(found?.accountId);
    await admitted.forgive();
    const fault = passwordFault(password, login);
    if (fault !== undefined) throw invalid([{ path: '/password', message: fault }]);
    const passwordHash = await hashPassword(password);
    const device = newSecret();
    const isUsed = await this.unitOfWork.run(ACTOR, async (work) => {
      if (!(await redeemInvitation(work, found, passwordHash))) return false;
      await keepDevice(work, found.accountId, { old: source.device, next: tokenHashOf(device) }, now);
      return true;
    });
    if (!isUsed) throw wrongInvitation(found.accountId);
    return { accountId: found.accountId, device };
  }
}

const wrongInvitation = (accountId: string | undefined): Problem =>
  new Problem(
    401,
    'wrong-invitation',
    '邀请码无效',
    '账号或邀请码不正确，或邀请码已用过、已过期；请核对后重试，或请系统管理员重新发一个。',
    {},
    {},
    accountId,
  );
