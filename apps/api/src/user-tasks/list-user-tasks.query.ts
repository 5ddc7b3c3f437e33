import { Injectable } from '@nestjs/common';
import { UnitOfWork, listMyTasks, type UserTaskRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { taskResource } from '../access/resources.js';
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
    const page = pageOf(
      rows,
      limit,
      (row) => cursorOf(row.dueOrder, row.id),
      (row) => userTaskViewOf(row, caller.personId, this.clock.now(), calendar),
    );
    const readable = await Promise.all(rows.slice(0, limit).map((row) => this.mayRead(caller, row)));
    return { ...page, items: page.items.filter((_item, at) => readable[at]) };
  }

  /** What is addressed to a position is not for its holder's eyes where the step names its readers (level N). */
  private async mayRead(caller: Caller, row: UserTaskRow): Promise<boolean> {
    const definition = await this.definitions.definitionOf(row);
    return caller.may('user-task.read', taskResource(row, definition));
  }
}
