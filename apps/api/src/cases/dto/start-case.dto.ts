import { ApiProperty } from '@nestjs/swagger';
import { CASE_TITLE_MAX } from '@wuqing/forms';
import { IsISO8601, IsString, IsUUID, Matches } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { VisibleText } from '../../http/visible-text.js';

export class StartCaseDto {
  @ApiProperty({ example: 'major-matter' })
  @IsString({ message: '请选择流程。' })
  @Matches(/^[^\s#/]{1,100}$/, { message: '流程编号有误，请重新选择流程。' })
  processKey!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: '请选择所属村（单位）。' })
  unitId!: string;

  @VisibleText(CASE_TITLE_MAX, `请填写事项名称，不超过 ${CASE_TITLE_MAX} 个字。`)
  title!: string;

  @ApiProperty({ required: false, format: 'uuid', description: '由哪个事项引出：变更决议、再次提出' })
  @MayBeAbsent()
  @IsUUID('all', { message: '关联事项有误，请重新选择。' })
  firstCaseId?: string;

  @ApiProperty({ required: false, format: 'date-time', description: '仅演示环境：事项从这一时刻开始' })
  @MayBeAbsent()
  @IsISO8601({ strict: true }, { message: '开始时刻应为 ISO 8601 格式。' })
  startAt?: string;
}
