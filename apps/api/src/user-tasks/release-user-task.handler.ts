import { Injectable } from '@nestjs/common';
import { UnitOfWork, releaseUserTask } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { changeTaskHolder } from './change-task-holder.js';
import type { UserTaskView } from './dto/user-task.view.js';
import { TaskReader } from './task-reader.js';

/** 退还: the step goes back to all who may claim it. */
@Injectable()
export class ReleaseUserTaskHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string, rowVersion: number): Promise<UserTaskView> {
    await this.unitOfWork.run(caller.actor, async (work) => {
      const { row } = await this.tasks.require(work, caller, id, 'user-task.release');
      const holderId = row.assigneeId;
      if (holderId === null || row.state !== 'open')
        throw conflict('该待办尚未签收或已办结，无须退还，请刷新。');
      const change = {
        action: 'ReleaseUserTask' as const,
        change: () => releaseUserTask(work, id, rowVersion, holderId),
      };
      await changeTaskHolder(work, caller, row, change, this.clock.now());
    });
    return this.tasks.view(caller, id);
  }
}
