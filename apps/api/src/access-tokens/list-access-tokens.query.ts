import { Injectable } from '@nestjs/common';
import { UnitOfWork, listAccessTokens } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type PageDto } from '../http/page.js';
import { denied } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { accessTokenViewOf } from './access-token-view-of.js';
import type { AccessTokenPageView } from './dto/access-token.dto.js';

/** Tokens of the units in which the caller looks after accounts, the newest first. */
@Injectable()
export class ListAccessTokensQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { after, limit }: PageDto): Promise<AccessTokenPageView> {
    const unitIds = caller.reachFor('account.invite');
    if (unitIds.length === 0) throw denied();
    const asked = { unitIds, after: readCursor(after)?.[1], limit: limit + 1 };
    const rows = await this.unitOfWork.run(caller.actor, (work) => listAccessTokens(work, asked));
    const items = rows.slice(0, limit).map((row) => accessTokenViewOf(row, this.clock.now()));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null };
  }
}
