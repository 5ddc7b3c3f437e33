import { Injectable } from '@nestjs/common';
import { UnitOfWork, endSession } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';

@Injectable()
export class SignOutHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller): Promise<void> {
    return this.unitOfWork.run(caller.actor, (work) =>
      endSession(work, caller.session.tokenHash, this.clock.now()),
    );
  }
}
