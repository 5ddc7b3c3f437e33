import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { Clock } from '../platform/clock.js';
import { periodOf } from '../supervision/watch-period.js';
import { VisibleInspection } from '../visibility/visible-inspection.js';
import type { InspectionFilterDto } from './dto/inspection-filter.dto.js';
import type { PublicationFiguresView } from './dto/inspection.view.js';
import { publicationFiguresOf } from './publication-figures.js';

/** 应公开与已公开: who should have published and has not, unit by publication. */
@Injectable()
export class ReadPublicationsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspection: VisibleInspection,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { unitId, ...period }: InspectionFilterDto): Promise<PublicationFiguresView> {
    const now = this.clock.now();
    const between = periodOf(period, this.clock.today());
    const { seen, figures } = await this.unitOfWork.run(caller.actor, async (work) => {
      const inspection = await this.inspection.of(work, caller, { unitId });
      const time = { now, between };
      return { seen: inspection, figures: await this.inspection.figures(work, inspection, time) };
    });
    const units = await this.units.all();
    return {
      asOf: new Date(now).toISOString(),
      year: Number(between[0].slice(0, 4)),
      month: period.month ?? null,
      villages: units.filter(({ id, kind }) => kind === 'village' && seen.scope.unitIds.includes(id)).length,
      ...publicationFiguresOf({
        figures,
        duties: seen.duties,
        unitNames: new Map(units.map(({ id, name }) => [id, name])),
      }),
    };
  }
}
