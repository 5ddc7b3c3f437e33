import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';

const IDS = { message: '请给出 1–200 个待办编号。' };

export class ReadMarksDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 200 })
  @IsArray(IDS)
  @ArrayMinSize(1, IDS)
  @ArrayMaxSize(200, IDS)
  @IsUUID('all', { each: true, message: '待办编号有误，请刷新列表后再试。' })
  taskIds!: string[];
}
