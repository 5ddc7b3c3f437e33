import { Injectable } from '@nestjs/common';
import { UnitOfWork, claimUserTask } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { changeTaskHolder } from './change-task-holder.js';
import type { UserTaskView } from './dto/user-task.view.js';
import { TaskReader } from './task-reader.js';

/** 签收: from now on the step is this person's. */
@Injectable()
export class ClaimUserTaskHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string, rowVersion: number): Promise<UserTaskView> {
    await this.unitOfWork.run(caller.actor, async (work) => {
      const { row } = await this.tasks.requireFree(work, caller, id, 'user-task.claim');
      if (row.assigneeId === caller.personId && row.state === 'open') return;
      const change = {
        action: 'ClaimUserTask' as const,
        change: () => claimUserTask(work, id, rowVersion, caller.personId),
      };
      await changeTaskHolder(work, caller, row, change, this.clock.now());
    });
    return this.tasks.view(caller, id);
  }
}
