import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { Clock } from '../platform/clock.js';
import { VisibleWatch } from '../visibility/visible-watch.js';
import type { WatchFilterDto } from './dto/watch-filter.dto.js';
import type { WatchFiguresView } from './dto/watch.view.js';
import { figuresOf } from './watch-figures.js';
import { askedYear, monthOf, yearOf } from './watch-period.js';

/** 督办台: the four numbers, and unit by process. */
@Injectable()
export class ReadFiguresQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: VisibleWatch,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { unitId, processKey, year }: WatchFilterDto): Promise<WatchFiguresView> {
    const now = this.clock.now();
    const today = this.clock.today();
    const asked = askedYear(year, today);
    const months = { year: yearOf(asked), month: monthOf(today) };
    const { watch, numbers } = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.watch.of(work, caller, { unitId, processKey });
      return { watch: seen, numbers: await this.watch.numbers(work, seen, months, now) };
    });
    const units = await this.units.all();
    const inSight = units.filter(({ id, kind }) => kind === 'village' && watch.scope.unitIds.includes(id));
    const unitNames = new Map(units.map(({ id, name }) => [id, name]));
    return {
      asOf: new Date(now).toISOString(),
      year: asked,
      villages: inSight.length,
      ...figuresOf({ numbers, processNames: watch.processNames, unitNames }),
    };
  }
}
