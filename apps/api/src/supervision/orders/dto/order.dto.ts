import { ApiProperty } from '@nestjs/swagger';
import { CASE_TITLE_MAX } from '@wuqing/forms';
import { IsUUID } from 'class-validator';
import { UnitFilter, TrueOrFalseFilter, type TrueOrFalse } from '../../../http/filter-fields.js';
import { MayBeAbsent } from '../../../http/may-be-absent.js';
import { PageDto } from '../../../http/page.js';
import { VisibleText } from '../../../http/visible-text.js';

export class DraftOrderDto {
  @ApiProperty({ format: 'uuid', description: '督办哪个事项' })
  @IsUUID('all', { message: '请选择要督办的事项。' })
  caseId!: string;

  @ApiProperty({ required: false, format: 'uuid', description: '由哪个时限转来' })
  @MayBeAbsent()
  @IsUUID('all', { message: '时限编号有误，请重新选择。' })
  clockId?: string;
}

export class IssueOrderDto extends DraftOrderDto {
  @VisibleText(CASE_TITLE_MAX, `请填写督办单名称，不超过 ${CASE_TITLE_MAX} 个字。`)
  title!: string;
}

export class OrderFilterDto extends PageDto {
  @TrueOrFalseFilter('open', '只看没有销号的，或者只看已经销号的')
  open?: TrueOrFalse;

  @UnitFilter()
  unitId?: string;
}
