import { Injectable } from '@nestjs/common';
import type { OrganizationIndex } from '@wuqing/organization';
import { UnitOfWork, type WatchedCaseRow, type Work } from '@wuqing/persistence';
import type { IndexedCalendar } from '@wuqing/working-calendar';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { clockBadgeOf } from '../deadlines/clock-badge.view.js';
import { dayOf, Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { Known } from '../visibility/known.js';
import { VisibleWatch } from '../visibility/visible-watch.js';
import type { UrgeDraftsDto } from './dto/urge.dto.js';
import type { UrgeDraftView, UrgeDraftsView } from './dto/urge.view.js';
import { UrgePlanner, requireUrging } from './urge-planner.js';
import { urgeRoles } from './urge-roles.js';
import { urgeText } from './urge-words.js';

/** 催办 before it is sent: text, recipients and bars, one by one. What the caller may not know of is left out. */
@Injectable()
export class DraftUrgesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: VisibleWatch,
    private readonly planner: UrgePlanner,
    private readonly definitions: DefinitionStore,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { clockIds }: UrgeDraftsDto): Promise<UrgeDraftsView> {
    requireUrging(caller);
    const calendar = await this.definitions.workingCalendar();
    const tree = await this.units.tree();
    const items = await this.unitOfWork.run(caller.actor, async (work) => {
      const rows = await this.watch.clocks(work, caller, clockIds, this.clock.today());
      const drafts: UrgeDraftView[] = [];
      for (const row of rows) drafts.push(await this.draft(work, caller, row, { calendar, tree }));
      return drafts;
    });
    return {
      items: items.sort((one, other) => clockIds.indexOf(one.clockId) - clockIds.indexOf(other.clockId)),
    };
  }

  private async draft(
    work: Work,
    caller: Caller,
    row: Known<WatchedCaseRow>,
    { calendar, tree }: { readonly calendar: IndexedCalendar; readonly tree: OrganizationIndex },
  ): Promise<UrgeDraftView> {
    const caseNow = this.clock.now() + row.clockOffsetMs;
    const { text, dueOn, tone } = clockBadgeOf(row, caseNow, calendar);
    const { caseTitle, taskName } = row;
    const facts = { caseTitle, taskName, dueOn, badge: text, isLate: tone === 'late' };
    const recipients = await this.planner.recipients(work, row, urgeRoles, tree);
    return {
      clockId: row.id,
      caseId: row.caseId,
      caseTitle,
      taskName,
      text: urgeText(facts, dayOf(caseNow), calendar),
      recipients: await this.planner.named(work, recipients),
      bar: (await this.planner.bar(work, caller, row)) ?? null,
    };
  }
}
