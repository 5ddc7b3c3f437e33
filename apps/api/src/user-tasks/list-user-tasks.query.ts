import { Injectable } from '@nestjs/common';
import { UnitOfWork, listMyTasks } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, pageOf, readCursor, type Page, type PageDto } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { UserTaskView } from './dto/user-task.view.js';
import { userTaskViewOf } from './user-task-view-of.js';

/** What I have claimed, and what my positions (and those I stand in for) may claim; the most urgent first. */
@Injectable()
export class ListUserTasksQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { after, limit }: PageDto): Promise<Page<UserTaskView>> {
    const positions = caller.addressed();
    const cursor = readCursor(after);
    const calendar = await this.definitions.workingCalendar();
    const rows = await this.unitOfWork.run(caller.actor, (work) =>
      listMyTasks(work, { personId: caller.personId, positions, after: cursor, limit: limit + 1 }),
    );
    return pageOf(
      rows,
      limit,
      (row) => cursorOf(row.dueOrder, row.id),
      (row) => userTaskViewOf(row, caller.personId, this.clock.now(), calendar),
    );
  }
}
