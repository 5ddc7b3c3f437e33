import { Injectable } from '@nestjs/common';
import { UnitOfWork, markStepNotificationsRead, markUrgesRead } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { UrgesReadView } from './dto/urge.view.js';

/** 已读: whoever opens a step has read the urges of it that were sent to him, and the messages that told him of it; the first reading stands. */
@Injectable()
export class ReadUrgesHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, taskId: string): Promise<UrgesReadView> {
    const { personId } = caller;
    const read = await this.unitOfWork.run(caller.actor, async (work) => {
      if (!(await this.records.task(work, caller, taskId))) throw notFound();
      const now = this.clock.now();
      await markStepNotificationsRead(work, personId, taskId, now);
      return markUrgesRead(work, { taskId, positions: caller.addressed(), personId, now });
    });
    return { read };
  }
}
