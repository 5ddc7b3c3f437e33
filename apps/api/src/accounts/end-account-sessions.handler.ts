import { Injectable } from '@nestjs/common';
import { UnitOfWork, endSessions, findAccountRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';

/** Whoever looks after accounts signs one out everywhere; its password stays. */
@Injectable()
export class EndAccountSessionsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, accountId: string): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(caller.actor, async (work) => {
      const account = await findAccountRow(work, accountId, now);
      if (!account) throw notFound();
      caller.require('account.invite', { unitId: account.unitId });
      await endSessions(work, accountId, now);
    });
  }
}
