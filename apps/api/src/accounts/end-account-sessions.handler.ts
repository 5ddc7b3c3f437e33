import { Injectable } from '@nestjs/common';
import { UnitOfWork, endSessions } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { requireAccount } from './require-account.js';

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
      await requireAccount(work, caller, accountId, now);
      await endSessions(work, accountId, now);
    });
  }
}
