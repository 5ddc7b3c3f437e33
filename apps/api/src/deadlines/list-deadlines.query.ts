import { Injectable } from '@nestjs/common';
import { UnitOfWork, listDeadlines, type DeadlineRow } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { OpenProcesses } from '../cases/open-processes.js';
import { cursorOf, pageOf, readCursor, type Page } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { clockBadgeOf } from './clock-badge.view.js';
import type { DeadlineFilterDto } from './dto/deadline-filter.dto.js';
import type { DeadlineView } from './dto/deadline.view.js';

/** Clocks of the units that the caller sees, the earliest due first. */
@Injectable()
export class ListDeadlinesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly processes: OpenProcesses,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    { state, unitId, after, limit }: DeadlineFilterDto,
  ): Promise<Page<DeadlineView>> {
    const reach = caller.reach();
    const unitIds = unitId === undefined ? reach : reach.filter((id) => id === unitId);
    const cursor = readCursor(after);
    const calendar = await this.definitions.workingCalendar();
    const rows = await this.unitOfWork.run(caller.actor, async (work) => {
      const checksums = await this.processes.listed(work);
      return listDeadlines(work, { unitIds, checksums, state, after: cursor, limit: limit + 1 });
    });
    return pageOf(
      rows,
      limit,
      (row) => cursorOf(row.dueOrder, row.id),
      (row) => viewOf(row, this.clock.now(), calendar),
    );
  }
}

function viewOf(row: DeadlineRow, now: number, calendar: IndexedCalendar): DeadlineView {
  const { caseId, caseNumber, caseTitle, unitId, unitName, taskId, taskName } = row;
  return {
    ...clockBadgeOf(row, now + row.clockOffsetMs, calendar),
    caseId,
    caseNumber,
    caseTitle,
    unitId,
    unitName,
    taskId,
    taskName,
  };
}
