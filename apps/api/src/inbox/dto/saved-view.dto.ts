import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Matches, MaxLength } from 'class-validator';
import { VisibleText } from '../../http/visible-text.js';

const QUERY = { message: '这组筛选条件无法保存，请重新选择筛选或缩短搜索词（不超过 1000 个字符）后再试。' };

export class SavedViewDto {
  @VisibleText(30, '请填写视图名称，不超过 30 个字。', { example: '镇审核' })
  name!: string;

  @ApiProperty({ description: '全镇共享：别人也看到这个视图，各看各的件' })
  @IsBoolean({ message: '请选择是否共享。' })
  shared!: boolean;

  @ApiProperty({
    maxLength: 1_000,
    description: '列表网址中 ? 后面的部分',
    example: 'processKey=major-matter&elementId=review-by-town',
  })
  @IsString(QUERY)
  @MaxLength(1_000, QUERY)
  @Matches(/^[\w\-.~*%&=+]*$/, QUERY)
  query!: string;
}
