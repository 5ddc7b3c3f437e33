import { ApiProperty } from '@nestjs/swagger';
import { dutyStates, type DutyState } from '@wuqing/persistence';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const YEAR = '年份应为 2000 至 2099 的整数。';
const STATE = `状态应为 ${dutyStates.join('、')} 之一。`;

/** Of which publications the numbers are. */
export class InspectionFilterDto {
  @ApiProperty({ required: false, format: 'uuid', description: '只看这个单位' })
  @MayBeAbsent()
  @IsUUID('all', { message: '单位编号有误，请重新选择。' })
  unitId?: string;

  @ApiProperty({ required: false, minimum: 2000, maximum: 2099, description: '哪一年公开的；不填为今年' })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: YEAR })
  @Min(2000, { message: YEAR })
  @Max(2099, { message: YEAR })
  year?: number;
}

export class DutyFilterDto extends PageDto {
  @ApiProperty({ required: false, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID('all', { message: '单位编号有误，请重新选择。' })
  unitId?: string;

  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsString({ message: '流程编号有误，请重新选择。' })
  @MaxLength(100, { message: '流程编号有误，请重新选择。' })
  processKey?: string;

  @ApiProperty({ required: false, description: '公开的步骤' })
  @MayBeAbsent()
  @IsString({ message: '步骤编号有误，请重新选择。' })
  @MaxLength(200, { message: '步骤编号有误，请重新选择。' })
  elementId?: string;

  @ApiProperty({ required: false, enum: dutyStates })
  @MayBeAbsent()
  @IsIn(dutyStates, { message: STATE })
  state?: DutyState;

  @ApiProperty({ required: false, enum: ['true', 'false'], description: '已公开的里面，审过的，或者待审的' })
  @MayBeAbsent()
  @IsIn(['true', 'false'], { message: 'reviewed 应为 true 或 false。' })
  reviewed?: 'true' | 'false';

  @ApiProperty({ required: false, minimum: 2000, maximum: 2099 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: YEAR })
  @Min(2000, { message: YEAR })
  @Max(2099, { message: YEAR })
  year?: number;
}
