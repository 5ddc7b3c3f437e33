import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { CASE_TITLE_MAX } from '@wuqing/forms';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const BASE = { message: '请带上草稿的版本号，没有草稿时为 0。' };
const CONTENT = { message: '请提交草稿内容。' };
const REASON_MAX = 500;

class DraftVersionDto {
  @ApiProperty({ minimum: 0, description: '在哪个版本上修改的，没有草稿时为 0' })
  @IsInt(BASE)
  @Min(0, BASE)
  @Max(2_000_000_000, BASE)
  basedOn!: number;
}

/** Said in full, so that what a form closes is found where it stands: sealed, or refused. */
export class TaskDraftContentDto {
  @ApiProperty({ type: Object, description: '目前填写的表单，可不完整' })
  @IsObject({ message: '请提交目前填写的表单。' })
  data!: object;

  @ApiProperty({ required: false, maxLength: REASON_MAX, description: '补录理由，可不完整' })
  @MayBeAbsent()
  @IsString({ message: '补录理由应为文字。' })
  @MaxLength(REASON_MAX, { message: `补录理由不超过 ${REASON_MAX} 个字。` })
  pastEntryReason?: string;

  @ApiProperty({ required: false, type: Object, description: '已上传文件的名称，按文件编号' })
  @MayBeAbsent()
  @IsObject({ message: '文件名称应按文件编号列出。' })
  names?: object;
}

export class KeepDraftDto extends DraftVersionDto {
  @ApiProperty({ type: TaskDraftContentDto })
  @IsObject(CONTENT)
  @ValidateNested()
  @Type(() => TaskDraftContentDto)
  content!: TaskDraftContentDto;
}

export class StartDraftContentDto {
  @ApiProperty({ required: false, maxLength: CASE_TITLE_MAX, description: '事项名称，可不完整' })
  @MayBeAbsent()
  @IsString({ message: '事项名称应为文字。' })
  @MaxLength(CASE_TITLE_MAX, { message: `事项名称不超过 ${CASE_TITLE_MAX} 个字。` })
  title?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID('all', { message: '请选择所属村（单位）。' })
  unitId?: string;
}

export class KeepStartDraftDto extends DraftVersionDto {
  @ApiProperty({ type: StartDraftContentDto })
  @IsObject(CONTENT)
  @ValidateNested()
  @Type(() => StartDraftContentDto)
  content!: StartDraftContentDto;
}

export class DraftFilterDto extends PageDto {}
