import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, Max, Min } from 'class-validator';

export class CompleteUserTaskDto {
  @ApiProperty({ minimum: 1, description: '打开任务时看到的版本' })
  @IsInt({ message: '请带上打开任务时的版本号(整数)。' })
  @Min(1, { message: '版本号应为正整数。' })
  @Max(2_147_483_647, { message: '版本号超出范围。' })
  rowVersion!: number;

  @ApiProperty({ type: Object, description: '表单内容' })
  @IsObject({ message: '请提交表单内容。' })
  submission!: object;
}
