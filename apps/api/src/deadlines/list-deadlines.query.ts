import { Injectable } from '@nestjs/common';
import { UnitOfWork, type ListedDeadline } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { partOf, type Known } from '../visibility/known.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { clockBadgeOf } from './clock-badge.view.js';
import type { DeadlineFilterDto } from './dto/deadline-filter.dto.js';
import type { DeadlineView } from './dto/deadline.view.js';

/** Clocks of steps that the caller may know of, the earliest due first. */
@Injectable()
export class ListDeadlinesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly lists: VisibleLists,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    { state, unitId, after, limit }: DeadlineFilterDto,
  ): Promise<Page<DeadlineView>> {
    const asked = { state, unitId, after: readCursor(after), limit };
    const calendar = await this.definitions.workingCalendar();
    const known = await this.unitOfWork.look(caller.actor, (work) =>
      this.lists.deadlines(work, caller, asked),
    );
    return pageOfKnown(known, cursorOf, (row) => viewOf(row, this.clock.now(), calendar));
  }
}

function viewOf(row: Known<ListedDeadline>, now: number, calendar: IndexedCalendar): DeadlineView {
  const { caseId, caseNumber, caseTitle, unitId, unitName, taskId, taskName } = row;
  const badge = clockBadgeOf(
    partOf(row, ({ clock }) => clock),
    now + row.clockOffsetMs,
    calendar,
  );
  return { ...badge, caseId, caseNumber, caseTitle, unitId, unitName, taskId, taskName };
}
