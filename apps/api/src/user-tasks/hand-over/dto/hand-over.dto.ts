import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { VisibleText } from '../../../http/visible-text.js';
import { TaskVersionDto } from '../../dto/task-version.dto.js';

const TASKS = { message: '请选择 1–100 个待办。' };

export class HandOverDto extends TaskVersionDto {
  @ApiProperty({ format: 'uuid', description: '转给谁' })
  @IsUUID('all', { message: '请选择转给谁。' })
  personId!: string;

  @VisibleText(200, '请填写转办理由，不超过 200 个字。', { description: '转办理由，写入办理记录' })
  reason!: string;
}

export class ReceiversDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 100 })
  @IsArray(TASKS)
  @ArrayMinSize(1, TASKS)
  @ArrayMaxSize(100, TASKS)
  @IsUUID('all', { each: true, message: '待办编号有误，请刷新列表后再试。' })
  taskIds!: string[];
}
