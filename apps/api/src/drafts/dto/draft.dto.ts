import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, Max, Min } from 'class-validator';
import { PageDto } from '../../http/page.js';

const BASE = { message: '请带上草稿的版本号，没有草稿时为 0。' };

export class KeepDraftDto {
  @ApiProperty({ minimum: 0, description: '在哪个版本上修改的，没有草稿时为 0' })
  @IsInt(BASE)
  @Min(0, BASE)
  @Max(2_000_000_000, BASE)
  basedOn!: number;

  @ApiProperty({ type: Object, description: '目前填写的内容，可不完整' })
  @IsObject({ message: '请提交草稿内容。' })
  content!: object;
}

export class DraftFilterDto extends PageDto {}
