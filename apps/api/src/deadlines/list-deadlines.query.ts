import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, type ListedDeadline } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { partOf, type Known } from '../visibility/known.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { UnitDirectory } from '../access/unit-directory.js';
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
    private readonly units: UnitDirectory,
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
    const unitNames = await this.units.names(known.rows.map((row) => row.unitId));
    return pageOfKnown(known, cursorOf, (row) =>
      viewOf(row, required(unitNames.get(row.unitId), `unit ${row.unitId}`), this.clock.now(), calendar),
    );
  }
}

function viewOf(
  row: Known<ListedDeadline>,
  unitName: string,
  now: number,
  calendar: IndexedCalendar,
): DeadlineView {
  const badge = clockBadgeOf(
    partOf(row, ({ clock }) => clock),
    now + row.clockOffsetMs,
    calendar,
  );
  // Said at once: an object that grows by being spread takes several times the room.
  return {
    id: badge.id,
    name: badge.name,
    shape: badge.shape,
    tone: badge.tone,
    text: badge.text,
    dueOn: badge.dueOn,
    dueAt: badge.dueAt,
    nextRungAt: badge.nextRungAt,
    state: badge.state,
    provisional: badge.provisional,
    unconfirmed: badge.unconfirmed,
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    caseTitle: row.caseTitle,
    unitId: row.unitId,
    unitName,
    taskId: row.taskId,
    taskName: row.taskName,
  };
}
