import { Injectable } from '@nestjs/common';
import { UnitOfWork, type UnitRow } from '@wuqing/persistence';
import { Clock } from '../platform/clock.js';
import { askedYear, yearOf } from '../supervision/watch-period.js';
import { VisibleInspection } from '../visibility/visible-inspection.js';
import type { BoardKey } from './dto/notice.view.js';
import { READER } from './notices.query.js';
import { dutyLineOf, inOrder, type DutyLine } from './duty-line.js';

/** 该公开的都公开了吗: how a village stands this year with each kind of publication that it has come to. */
@Injectable()
export class PublicDutiesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspection: VisibleInspection,
    private readonly clock: Clock,
  ) {}

  async execute({ id }: UnitRow, board: BoardKey | undefined): Promise<DutyLine[]> {
    const today = this.clock.today();
    const time = { now: this.clock.now(), between: yearOf(askedYear(undefined, today)) };
    const found = await this.unitOfWork.run(READER, (work) =>
      this.inspection.figuresForAnybody(work, id, time),
    );
    return inOrder(found.filter(({ duty }) => board === undefined || duty.board === board)).map(
      ({ duty, figures }) => dutyLineOf(duty.title, figures, today),
    );
  }
}
