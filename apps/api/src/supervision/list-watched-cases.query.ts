import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleWatch } from '../visibility/visible-watch.js';
import type { WatchedFilterDto } from './dto/watch-filter.dto.js';
import type { WatchedCaseView } from './dto/watch.view.js';
import { watchedCaseViewOf } from './watched-case-view-of.js';

/** The cases behind a red or yellow number, the longest due first. */
@Injectable()
export class ListWatchedCasesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: VisibleWatch,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    { color, unitId, processKey, after, limit }: WatchedFilterDto,
  ): Promise<Page<WatchedCaseView>> {
    const page = { color, today: this.clock.today(), after: readCursor(after), limit };
    const calendar = await this.definitions.workingCalendar();
    const known = await this.unitOfWork.run(caller.actor, async (work) => {
      const watch = await this.watch.of(work, caller, { unitId, processKey });
      return this.watch.cases(work, caller, watch, page);
    });
    return pageOfKnown(known, cursorOf, (row) => watchedCaseViewOf(caller, row, this.clock.now(), calendar));
  }
}
