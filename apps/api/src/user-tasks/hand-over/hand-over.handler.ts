import { Injectable } from '@nestjs/common';
import { UnitOfWork, handOverUserTask, tell, type Work } from '@wuqing/persistence';
import type { Caller } from '../../access/caller.js';
import { conflict, invalid } from '../../http/problem.js';
import { Clock } from '../../platform/clock.js';
import { tellerOf } from '../../supervision/teller-of.js';
import { changeTaskHolder } from '../change-task-holder.js';
import type { UserTaskView } from '../dto/user-task.view.js';
import { TaskReader } from '../task-reader.js';
import type { HandOverDto } from './dto/hand-over.dto.js';
import { Receivers } from './receivers.js';

/**
 * 转办: from now on the step is another's, who could have claimed it himself and is told so; what was written into its form goes
 * with it.
 */
@Injectable()
export class HandOverHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly receivers: Receivers,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string, body: HandOverDto): Promise<UserTaskView> {
    await this.unitOfWork.run(caller.actor, (work) => this.perform(work, caller, id, body));
    return this.tasks.view(caller, id);
  }

  /** In the caller's transaction; asked again it changes nothing. */
  async perform(
    work: Work,
    caller: Caller,
    id: string,
    { rowVersion, personId, reason }: HandOverDto,
  ): Promise<void> {
    const toPersonId = personId.toLowerCase();
    const seen = await this.tasks.requireFree(work, caller, id, 'user-task.hand-over', toPersonId);
    const { row } = seen;
    if (row.state !== 'open') throw conflict('该待办已办结，不能转办，请刷新。');
    if (row.assigneeId === toPersonId) return;
    if (toPersonId === caller.personId)
      throw invalid([{ path: '/personId', message: '不能转办给自己，请改为签收。' }]);
    const bar = await this.receivers.bar(work, seen, toPersonId);
    if (bar !== undefined) throw invalid([{ path: '/personId', message: bar }]);
    const handing = { id, rowVersion, byPersonId: caller.personId, holderId: row.assigneeId, toPersonId };
    const change = {
      action: 'HandOverUserTask' as const,
      detail: { toPersonId, reason: reason.trim() },
      change: () => handOverUserTask(work, handing),
    };
    await changeTaskHolder(work, caller, row, change, this.clock.now());
    await tell(work, [
      {
        // Handed over once at this version of the row: whoever has it a second time is told a second time.
        subject: `hand-over:${id}:${rowVersion}`,
        template: 'handed-over',
        ...{ caseId: row.caseId, unitId: row.unitId, userTaskId: id, clockId: row.clock?.id ?? null },
        to: { personId: toPersonId },
        from: tellerOf(caller),
      },
    ]);
  }
}
