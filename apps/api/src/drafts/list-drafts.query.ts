import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { userTaskViewOf } from '../user-tasks/user-task-view-of.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleDrafts } from '../visibility/visible-drafts.js';
import type { DraftFilterDto } from './dto/draft.dto.js';
import type { DraftedTaskView } from './dto/draft.view.js';

/** 草稿: the steps whose form the caller has begun to fill in, the latest first. */
@Injectable()
export class ListDraftsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: VisibleDrafts,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { after, limit }: DraftFilterDto): Promise<Page<DraftedTaskView>> {
    const calendar = await this.definitions.workingCalendar();
    const behind = readCursor(after);
    const known = await this.unitOfWork.look(caller.actor, (work) =>
      this.drafts.mine(work, caller, { limit, ...(behind && { after: behind }) }),
    );
    return pageOfKnown(known, cursorOf, (row) => ({
      savedAt: shownMoment(row.savedAt),
      task: userTaskViewOf(row, caller.personId, this.clock.now(), calendar),
    }));
  }
}
