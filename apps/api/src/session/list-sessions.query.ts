import { Injectable } from '@nestjs/common';
import { UnitOfWork, livingSessions } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import type { SessionListView } from './dto/session.view.js';

/** Where the caller is signed in: his own account's living sessions, and nobody else's. */
@Injectable()
export class ListSessionsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, session }: Caller): Promise<SessionListView> {
    const rows = await this.unitOfWork.run(actor, (work) =>
      livingSessions(work, session.accountId, this.clock.now()),
    );
    return {
      items: rows.map(({ id, tokenHash, createdAt, usedAt, address, agent }) => ({
        id,
        isThisOne: tokenHash === session.tokenHash,
        openedAt: shownMoment(createdAt),
        usedAt: shownMoment(usedAt),
        address,
        agent,
      })),
    };
  }
}
