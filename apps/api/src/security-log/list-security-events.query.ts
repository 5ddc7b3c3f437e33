import { Injectable } from '@nestjs/common';
import { UnitOfWork, listSecurityEvents } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import type { SecurityEventFilterDto, SecurityEventPageView } from './dto/security-event.dto.js';
import { eventGroups } from './event-groups.js';
import { SecurityLog } from './security-log.js';
import { shownMoment } from '../http/shown-moment.js';

@Injectable()
export class ListSecurityEventsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: SecurityLog,
  ) {}

  async execute(
    caller: Caller,
    { before, group, limit }: SecurityEventFilterDto,
  ): Promise<SecurityEventPageView> {
    caller.require('security-event.read', {});
    await this.log.write();
    const rows = await this.unitOfWork.run(caller.actor, (work) =>
      listSecurityEvents(work, {
        ...(before === undefined ? {} : { before }),
        ...(group === undefined ? {} : { kinds: eventGroups[group] }),
        limit: limit + 1,
      }),
    );
    const items = rows
      .slice(0, limit)
      .map(({ id, at, kind, account, by, accountId, operation, status, count }) => ({
        id,
        at: shownMoment(at),
        kind,
        accountId,
        account,
        by,
        operation,
        status,
        count,
      }));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}
