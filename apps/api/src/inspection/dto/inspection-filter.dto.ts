import { ApiProperty } from '@nestjs/swagger';
import { dutyStates, type DutyState } from '@wuqing/persistence';
import { IsIn } from 'class-validator';
import {
  UnitFilter,
  ProcessFilter,
  StepFilter,
  MonthFilter,
  YearFilter,
  TrueOrFalseFilter,
  type TrueOrFalse,
} from '../../http/filter-fields.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';
import { reviewKinds, type ReviewKind } from '../review-lines.js';

const STATE = `状态应为 ${dutyStates.join('、')} 之一。`;

/** Of which publications the numbers are. */
export class InspectionFilterDto {
  @UnitFilter('只看这个单位')
  unitId?: string;

  @YearFilter('哪一年公开的；不填为今年')
  year?: number;

  @MonthFilter('只看这个月公开的；不填为全年')
  month?: string;
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

  @TrueOrFalseFilter('failed', '最近一次审、看有不合格的')
  failed?: TrueOrFalse;

  @ApiProperty({
    required: false,
    enum: reviewKinds,
    description: 'online：线上审；onsite：线下看，只列有照片的',
  })
  @MayBeAbsent()
  @IsIn(reviewKinds, { message: '看法应为 online（线上审）或 onsite（线下看）。' })
  look?: ReviewKind;

  @YearFilter()
  year?: number;

  @MonthFilter('只看这个月公开的；不填为全年')
  month?: string;
}

/** Which look at a notice is asked for. */
export class LookDto {
  @ApiProperty({
    required: false,
    enum: reviewKinds,
    description: 'online：线上审（不填即是）；onsite：线下看',
  })
  @MayBeAbsent()
  @IsIn(reviewKinds, { message: '看法应为 online（线上审）或 onsite（线下看）。' })
  look?: ReviewKind;
}
