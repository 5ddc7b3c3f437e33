import { ApiProperty } from '@nestjs/swagger';
import { dutyStates, type DutyState } from '@wuqing/persistence';
import { IsIn } from 'class-validator';
import {
  UnitFilter,
  ProcessFilter,
  StepFilter,
  YearFilter,
  TrueOrFalseFilter,
  type TrueOrFalse,
} from '../../http/filter-fields.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const STATE = `状态应为 ${dutyStates.join('、')} 之一。`;

/** Of which publications the numbers are. */
export class InspectionFilterDto {
  @UnitFilter('只看这个单位')
  unitId?: string;

  @YearFilter('哪一年公开的；不填为今年')
  year?: number;
}

export class DutyFilterDto extends PageDto {
  @UnitFilter()
  unitId?: string;

  @ProcessFilter()
  processKey?: string;

  @StepFilter('公开的步骤')
  elementId?: string;

  @ApiProperty({ required: false, enum: dutyStates })
  @MayBeAbsent()
  @IsIn(dutyStates, { message: STATE })
  state?: DutyState;

  @TrueOrFalseFilter('reviewed', '已公开的里面，审过的，或者待审的')
  reviewed?: TrueOrFalse;

  @YearFilter()
  year?: number;
}
