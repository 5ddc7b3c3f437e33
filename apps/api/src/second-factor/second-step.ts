import { Inject, Injectable } from '@nestjs/common';
import {
  UnitOfWork,
  findSecondFactor,
  keptCode,
  systemActor,
  spendRecoveryCode,
  spendStep,
  type Work,
} from '@wuqing/persistence';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/fingerprint.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { stepOf } from './one-time-code.js';
import { openSecret } from './seal-secret.js';

const ACTOR = systemActor('second-factor');

/** The second factor of an account: whether it has one, and whether a code is one of it that nobody has used. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'payloadKeys'>,
  ) {}

  isAsked(accountId: string): Promise<boolean> {
    return this.unitOfWork.run(ACTOR, async (work) => {
      const factor = await findSecondFactor(work, accountId);
      return factor !== undefined && factor.since !== null;
    });
  }

  /** Uses the code up, a one-time code or a recovery code; false where it is none, or was used before. */
  use(accountId: string, code: string): Promise<boolean> {
    return this.unitOfWork.run(ACTOR, async (work) => {
      const isOneTime = await this.usesStep(work, accountId, code);
      return isOneTime || spendRecoveryCode(work, accountId, sha256(keptCode(code)));
    });
  }

  private async usesStep(work: Work, accountId: string, code: string): Promise<boolean> {
    const factor = await findSecondFactor(work, accountId);
    if (!factor || factor.since === null) return false;
    const secret = openSecret(factor.secretSealed, accountId, this.settings.payloadKeys);
    const step = stepOf(secret, code.replace(/\s/g, ''), this.clock.now());
    return step !== undefined && spendStep(work, accountId, step);
  }
}
