import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsString, Matches, MaxLength, Max, Min, ValidateIf } from 'class-validator';

const REASON = { message: '请填写补录理由，不超过 500 字。' };

export class CompleteUserTaskDto {
  @ApiProperty({ minimum: 1, description: '打开任务时看到的版本' })
  @IsInt({ message: '请带上打开任务时的版本号（整数）。' })
  @Min(1, { message: '版本号应为正整数。' })
  @Max(2_147_483_647, { message: '版本号超出范围。' })
  rowVersion!: number;

  @ApiProperty({ type: Object, description: '表单内容' })
  @IsObject({ message: '请提交表单内容。' })
  submission!: object;

  @ApiProperty({
    required: false,
    maxLength: 500,
    description: '补录理由：所填日期早于本步骤开始之日时须填写',
  })
  @ValidateIf((_body, value) => value !== undefined)
  @IsString(REASON)
  @MaxLength(500, REASON)
  @Matches(/\S/, REASON)
  pastEntryReason?: string;
}
