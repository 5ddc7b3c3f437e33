import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';

export class TaskVersionDto {
  @ApiProperty({ minimum: 1, description: '打开任务时看到的版本' })
  @IsInt({ message: '请带上打开任务时的版本号（整数）。' })
  @Min(1, { message: '版本号应为正整数。' })
  @Max(2_147_483_647, { message: '版本号超出范围。' })
  rowVersion!: number;
}
