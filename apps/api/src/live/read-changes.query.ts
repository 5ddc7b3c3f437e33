import { Injectable } from '@nestjs/common';
import { UnitOfWork, liveCursorNow, type LiveCursor } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { VisibleChanges } from '../visibility/visible-changes.js';
import type { LiveChangesView } from './dto/live.view.js';

/** What the stream would have told since a cursor, for a browser that cannot keep a stream. */
@Injectable()
export class ReadChangesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: VisibleChanges,
  ) {}

  execute(caller: Caller, since: LiveCursor | undefined): Promise<LiveChangesView> {
    return this.unitOfWork.look(caller.actor, async (statements) => {
      if (since === undefined) return { cursor: await liveCursorNow(statements), reset: false, items: [] };
      const { cursor, isWhole, heardBy } = await this.changes.since(statements, since);
      return { cursor, reset: !isWhole, items: isWhole ? heardBy(caller) : [] };
    });
  }
}
