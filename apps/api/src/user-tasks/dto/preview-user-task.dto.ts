import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';

export class PreviewUserTaskDto {
  @ApiProperty({ type: Object, description: '表单目前填写的内容，可不完整' })
  @IsObject({ message: '请提交表单内容。' })
  submission!: object;
}
