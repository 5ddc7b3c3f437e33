import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { UnitFilter, ProcessFilter, SearchFilter } from '../../http/filter-fields.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';
import { CASE_STATUSES } from './case-statuses.js';

export class CaseFilterDto extends PageDto {
  @UnitFilter()
  unitId?: string;

  @ProcessFilter()
  processKey?: string;

  @ApiProperty({ required: false, enum: CASE_STATUSES })
  @MayBeAbsent()
  @IsIn(CASE_STATUSES, { message: '状态应为 created、running、completed 或 terminated。' })
  status?: (typeof CASE_STATUSES)[number];

  @SearchFilter()
  q?: string;

  @ApiProperty({ required: false, enum: ['true'], description: '只看我发起的' })
  @MayBeAbsent()
  @IsIn(['true'], { message: 'mine 只能是 true，否则请不要带此项。' })
  mine?: 'true';
}
