import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';
import { CASE_STATUSES } from './case-statuses.js';

export class CaseFilterDto extends PageDto {
  @ApiProperty({ required: false, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID('all', { message: '单位编号有误，请重新选择。' })
  unitId?: string;

  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsString({ message: '流程编号有误，请重新选择。' })
  @MaxLength(100, { message: '流程编号有误，请重新选择。' })
  processKey?: string;

  @ApiProperty({ required: false, enum: CASE_STATUSES })
  @MayBeAbsent()
  @IsIn(CASE_STATUSES, { message: '状态应为 created、running、completed 或 terminated。' })
  status?: (typeof CASE_STATUSES)[number];

  @ApiProperty({ required: false, description: '名称、编号、发起人的一部分，或者拼音首字母' })
  @MayBeAbsent()
  @IsString({ message: '搜索内容应为文字。' })
  @MaxLength(100, { message: '搜索内容不超过 100 个字。' })
  q?: string;

  @ApiProperty({ required: false, enum: ['true'], description: '只看我发起的' })
  @MayBeAbsent()
  @IsIn(['true'], { message: 'mine 只能是 true，否则请不要带此项。' })
  mine?: 'true';
}
