import { Injectable } from '@nestjs/common';
import { UnitOfWork, type DutyRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock } from '../platform/clock.js';
import { periodOf } from '../supervision/watch-period.js';
import type { Known } from '../visibility/known.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleInspection, type PublicationDuty } from '../visibility/visible-inspection.js';
import type { DutyFilterDto } from './dto/inspection-filter.dto.js';
import type { DutyView } from './dto/inspection.view.js';

/** Publications behind a number or a cell, the earliest due first. */
@Injectable()
export class ListDutiesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspection: VisibleInspection,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, filter: DutyFilterDto): Promise<Page<DutyView>> {
    const { unitId, processKey, elementId, state, reviewed, failed, look, after, limit } = filter;
    const between = periodOf(filter, this.clock.today());
    const page = {
      elementId: elementId ?? null,
      state: state ?? null,
      reviewed: reviewed === undefined ? null : reviewed === 'true',
      failedOnly: failed === 'true',
      kind: look ?? null,
      after: readCursor(after),
      limit,
    };
    const { duties, rows } = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.inspection.of(work, caller, { unitId, processKey });
      const time = { now: this.clock.now(), between };
      return { duties: seen.duties, rows: await this.inspection.page(work, seen, time, page) };
    });
    return pageOfKnown(rows, cursorOf, (row) => dutyViewOf(row, duties));
  }
}

function dutyViewOf(row: Known<DutyRow>, duties: readonly PublicationDuty[]): DutyView {
  const { id, caseId, caseNumber, caseTitle, unitId, unitName, state, dueOn, doneOn } = row;
  const { processKey, elementId, stepName, noticeId, clockId, reviewedAt, failed } = row;
  const duty = duties.find((one) => one.processKey === processKey && one.elementId === elementId);
  return {
    ...{
      id,
      caseId,
      caseNumber,
      caseTitle,
      unitId,
      unitName,
      state,
      dueOn,
      doneOn,
      noticeId,
      clockId,
      failed,
    },
    title: duty?.title ?? elementId,
    stepStuck: stepName,
    reviewedAt: reviewedAt && shownMoment(reviewedAt),
  };
}
