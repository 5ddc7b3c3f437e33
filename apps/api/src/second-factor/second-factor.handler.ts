import { Inject, Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import {
  UnitOfWork,
  beginSecondFactor,
  confirmSecondFactor,
  countRecoveryCodes,
  findAccount,
  findSecondFactor,
  keptCode,
  newInvitationCode,
  removeSecondFactor,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict, invalid } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/fingerprint.js';
import { SecretLimiter } from '../session/secret-limiter.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import type { EnrolmentView, RecoveryCodesView, SecondFactorView } from './dto/second-factor.dto.js';
import { enrolmentUri, newOneTimeSecret, stepOf } from './one-time-code.js';
import { openSecret, sealSecret } from './seal-secret.js';

const RECOVERY_CODES = 10;

/** A person's own second factor: it begins with a secret, is in force once a code of it was shown, and is taken off. */
@Injectable()
export class SecondFactorHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limiter: SecretLimiter,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'payloadKeys'>,
  ) {}

  async read({ actor, session }: Caller): Promise<SecondFactorView> {
    return this.unitOfWork.run(actor, async (work) => {
      const factor = await findSecondFactor(work, session.accountId);
      const since = factor?.since ?? null;
      return {
        since: since && shownMoment(since),
        isAsked: session.isAskedForSecondFactor,
        recoveryCodesLeft: since ? await countRecoveryCodes(work, session.accountId) : 0,
      };
    });
  }

  /** The secret, told this once; it is in force when a code of it is shown. */
  async begin({ actor, session }: Caller): Promise<EnrolmentView> {
    const { accountId } = session;
    const secret = newOneTimeSecret();
    const sealed = sealSecret(secret, accountId, this.settings.payloadKeys);
    const login = await this.unitOfWork.run(actor, async (work) => {
      if (!(await beginSecondFactor(work, accountId, sealed))) throw alreadyInForce();
      return required(await findAccount(work, accountId), 'the account of a session').login;
    });
    return { secret, uri: enrolmentUri(secret, login) };
  }

  /** The recovery codes, told this once. */
  async confirm({ actor, session }: Caller, code: string): Promise<RecoveryCodesView> {
    const { accountId } = session;
    const admitted = await this.limiter.inside(accountId);
    const now = this.clock.now();
    const codes = Array.from({ length: RECOVERY_CODES }, () => newInvitationCode().shown);
    await this.unitOfWork.run(actor, async (work) => {
      const factor = await findSecondFactor(work, accountId);
      if (!factor) throw conflict('请先生成动态口令的密钥，再填写手机上显示的 6 位数字。');
      if (factor.since) throw alreadyInForce();
      const secret = openSecret(factor.secretSealed, accountId, this.settings.payloadKeys);
      const step = stepOf(secret, code.replace(/\s/g, ''), now);
      if (step === undefined) throw wrongCode();
      const hashes = codes.map((shown) => sha256(keptCode(shown)));
      const { secretSealed } = factor;
      if (!(await confirmSecondFactor(work, accountId, { secretSealed, step, now }, hashes)))
        throw alreadyInForce();
    });
    await admitted.forgive();
    return { codes };
  }

  /** Throws a 409 where the town asks the caller's roles for one. */
  async remove({ actor, session }: Caller): Promise<void> {
    if (session.isAskedForSecondFactor)
      throw conflict('镇里要求您的岗位使用动态口令，不能停用；换手机请联系系统管理员清除后重新绑定。');
    await this.unitOfWork.run(actor, (work) => removeSecondFactor(work, session.accountId));
  }
}

const alreadyInForce = () => conflict('动态口令已经启用；换手机请先停用，再重新绑定。');

const wrongCode = () =>
  invalid([{ path: '/code', message: '动态口令不正确，请填写手机上此刻显示的 6 位数字，并核对手机时间。' }]);
