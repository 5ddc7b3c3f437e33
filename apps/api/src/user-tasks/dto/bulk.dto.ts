import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { TaskVersionDto } from './task-version.dto.js';

export const BULK_ACTIONS = ['claim', 'release', 'approve', 'hand-over'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];
const TASKS = { message: '请选择 1–100 个待办。' };
const REASON = { message: '请填写转办理由，不超过 200 个字。' };
const OPINION = { message: '意见不超过 500 个字。' };

export class BulkTaskDto extends TaskVersionDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: '待办编号有误，请刷新列表后再试。' })
  id!: string;
}

export class BulkDto {
  @ApiProperty({
    enum: BULK_ACTIONS,
    description: 'claim 批量签收；release 批量退还；approve 批量同意；hand-over 批量转办',
  })
  @IsIn(BULK_ACTIONS, { message: '批量操作应为 claim、release、approve 或 hand-over。' })
  action!: BulkAction;

  @ApiProperty({ type: [BulkTaskDto], minItems: 1, maxItems: 100 })
  @IsArray(TASKS)
  @ArrayMinSize(1, TASKS)
  @ArrayMaxSize(100, TASKS)
  @IsObject({ each: true, message: '每一项应写明待办编号和版本号。' })
  @ValidateNested({ each: true })
  @Type(() => BulkTaskDto)
  tasks!: BulkTaskDto[];

  @ApiProperty({ description: '只看哪些可以，不办理' })
  @IsBoolean({ message: '请写明是否只是试看。' })
  dryRun!: boolean;

  @ApiProperty({ required: false, maxLength: 500, description: '写入每一件的意见（批量同意）' })
  @MayBeAbsent()
  @IsString(OPINION)
  @MaxLength(500, OPINION)
  opinion?: string;

  @ApiProperty({ required: false, format: 'uuid', description: '转给谁（批量转办，必填）' })
  @ValidateIf(({ action, personId }: BulkDto) => action === 'hand-over' || personId !== undefined)
  @IsUUID('all', { message: '请选择转给谁。' })
  personId?: string;

  @ApiProperty({ required: false, maxLength: 200, description: '转办理由（批量转办，必填）' })
  @ValidateIf(({ action, reason }: BulkDto) => action === 'hand-over' || reason !== undefined)
  @IsString(REASON)
  @Length(1, 200, REASON)
  @Matches(/\S/, REASON)
  reason?: string;
}
