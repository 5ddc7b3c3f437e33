import { Injectable } from '@nestjs/common';
import { UnitOfWork, markRead } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { VisibleRecords } from '../visibility/visible-records.js';

/** 已读: for the reader alone. Of what he may not know nothing is kept, and nothing is said. */
@Injectable()
export class MarkReadHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, ids: readonly string[]): Promise<void> {
    caller.addressed();
    const at = new Date(this.clock.now()).toISOString();
    await this.unitOfWork.run(caller.actor, async (work) => {
      const taskIds: string[] = [];
      for (const id of new Set(ids.map((one) => one.toLowerCase())))
        if (await this.records.task(work, caller, id)) taskIds.push(id);
      if (taskIds.length > 0) await markRead(work, { personId: caller.personId, taskIds, at });
    });
  }
}
