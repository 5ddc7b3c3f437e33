import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page, type PageDto } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import type { UserTaskView } from './dto/user-task.view.js';
import { userTaskViewOf } from './user-task-view-of.js';

/** What I have claimed, and what my positions (and those I stand in for) may claim; the most urgent first. */
@Injectable()
export class ListUserTasksQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly lists: VisibleLists,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { after, limit }: PageDto): Promise<Page<UserTaskView>> {
    const asked = { after: readCursor(after), limit };
    const calendar = await this.definitions.workingCalendar();
    const known = await this.unitOfWork.run(caller.actor, (work) => this.lists.tasks(work, caller, asked));
    return pageOfKnown(known, cursorOf, (row) =>
      userTaskViewOf(row, caller.personId, this.clock.now(), calendar),
    );
  }
}
