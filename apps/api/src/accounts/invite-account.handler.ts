import { Injectable } from '@nestjs/common';
import { UnitOfWork, invite, newInvitationCode } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { hashPassword } from '../session/password.js';
import type { InvitationView } from './dto/account.dto.js';
import { requireAccount } from './require-account.js';

/** For a new account, and for one whose password is lost or known to others: both begin anew. */
@Injectable()
export class InviteAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, accountId: string): Promise<InvitationView> {
    const now = this.clock.now();
    const { shown, kept } = newInvitationCode();
    const codeHash = await hashPassword(kept);
    return this.unitOfWork.run(caller.actor, async (work) => {
      const account = await requireAccount(work, caller, accountId, now);
      if (account.state === 'disabled') throw conflict('这个账号已停用，请先启用，再发邀请码。');
      const issuedBy = caller.personId;
      const expiresAt = await invite(work, { accountId, codeHash, issuedBy, issuedAt: now });
      return { login: account.login, code: shown, expiresAt: new Date(expiresAt).toISOString() };
    });
  }
}
