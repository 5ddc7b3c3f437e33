import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { caseViewOf } from '../cases/case-view-of.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleWatch } from '../visibility/visible-watch.js';
import type { EndedFilterDto } from './dto/watch-filter.dto.js';
import type { EndedCaseView } from './dto/watch.view.js';
import { askedYear, yearOf } from './watch-period.js';

/** The cases behind the rate of those that ended in time, the last ended first. */
@Injectable()
export class ListEndedCasesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: VisibleWatch,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, filter: EndedFilterDto): Promise<Page<EndedCaseView>> {
    const { late, unitId, processKey, year, after, limit } = filter;
    const page = {
      between: yearOf(askedYear(year, this.clock.today())),
      late: late === undefined ? undefined : late === 'true',
      after: readCursor(after),
      limit,
    };
    const known = await this.unitOfWork.run(caller.actor, async (work) =>
      this.watch.ended(work, caller, await this.watch.of(work, caller, { unitId, processKey }), page),
    );
    return pageOfKnown(known, cursorOf, (row) => ({ ...caseViewOf(row), late: row.endedLate }));
  }
}
