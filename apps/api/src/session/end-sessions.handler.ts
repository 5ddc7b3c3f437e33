import { Injectable } from '@nestjs/common';
import { UnitOfWork, endOwnSession, endSessions } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';

/** A person ends sessions of his own account. */
@Injectable()
export class EndSessionsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for one that is not the caller's, or has ended. */
  async one({ actor, session }: Caller, id: string): Promise<void> {
    const isEnded = await this.unitOfWork.run(actor, (work) =>
      endOwnSession(work, session.accountId, id, this.clock.now()),
    );
    if (!isEnded) throw notFound();
  }

  /** All but the one that asks. */
  others({ actor, session }: Caller): Promise<void> {
    return this.unitOfWork.run(actor, (work) =>
      endSessions(work, session.accountId, this.clock.now(), session.tokenHash),
    );
  }
}
