import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { periodOf } from '../supervision/watch-period.js';
import { VisibleInspection } from '../visibility/visible-inspection.js';
import type { InspectionFilterDto } from './dto/inspection-filter.dto.js';
import type { ReviewCountsView } from './dto/inspection.view.js';

/** How much there is still to look at, to review and to mend. */
@Injectable()
export class CountReviewsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspection: VisibleInspection,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, { unitId, ...period }: InspectionFilterDto): Promise<ReviewCountsView> {
    const time = { now: this.clock.now(), between: periodOf(period, this.clock.today()) };
    return this.unitOfWork.run(caller.actor, async (work) =>
      this.inspection.reviewCounts(work, await this.inspection.of(work, caller, { unitId }), time),
    );
  }
}
