import { Injectable } from '@nestjs/common';
import { UnitOfWork, findAccessToken, revokeAccessToken } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';

/** It opens nothing from the next request on; the same again changes nothing. */
@Injectable()
export class RevokeAccessTokenHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string): Promise<void> {
    const by = { by: caller.session.accountId, now: this.clock.now() };
    await this.unitOfWork.run(caller.actor, async (work) => {
      const token = await findAccessToken(work, id);
      if (!token) throw notFound();
      caller.require('account.invite', { unitId: token.unitId });
      await revokeAccessToken(work, id, by);
    });
  }
}
