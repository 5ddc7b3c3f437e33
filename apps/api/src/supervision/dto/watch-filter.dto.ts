import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  UnitFilter,
  ProcessFilter,
  YearFilter,
  TrueOrFalseFilter,
  type TrueOrFalse,
} from '../../http/filter-fields.js';
import { PageDto } from '../../http/page.js';

const COLORS = ['red', 'yellow'] as const;

/** Of which cases the numbers are. */
export class WatchFilterDto {
  @UnitFilter('只看这个单位')
  unitId?: string;

  @ProcessFilter('只看这个流程')
  processKey?: string;

  @YearFilter('办结按哪一年算；不填为今年')
  year?: number;
}

export class WatchedFilterDto extends PageDto {
  @ApiProperty({ enum: COLORS, description: '红：超期未办结；黄：将到期' })
  @IsIn(COLORS, { message: '颜色应为 red 或 yellow。' })
  color!: (typeof COLORS)[number];

  @UnitFilter()
  unitId?: string;

  @ProcessFilter()
  processKey?: string;
}

export class EndedFilterDto extends PageDto {
  @TrueOrFalseFilter('late', '只看超期办结的，或者只看按期办结的')
  late?: TrueOrFalse;

  @UnitFilter()
  unitId?: string;

  @ProcessFilter()
  processKey?: string;

  @YearFilter()
  year?: number;
}
