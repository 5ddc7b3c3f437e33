import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { REASON_MAX, editOutcomes, rowActs, type EditOutcome, type RowAct } from '@wuqing/ledger';
import { UnitFilter } from '../../http/filter-fields.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';
import { VisibleText } from '../../http/visible-text.js';

const ACT = {
  message: '登记的种类应为 enter（登记）、change（变更）、correct（更正）或 end（终止）。',
};
const STATE = { message: '状态有误，请重新选择。' };
const DAY = { message: '终止日期的格式应为 2026-01-31。' };
const SEEN = { message: '请带上看到的版次，从 1 起的整数。' };

export class LedgerWriteDto {
  @ApiProperty({ enum: rowActs, description: 'enter 登记 · change 变更 · correct 更正 · end 终止' })
  @IsIn(rowActs, ACT)
  act!: RowAct;

  @ApiProperty({ type: Object, required: false, description: '要写的字段；null 去掉原有的；终止时不填' })
  @MayBeAbsent()
  @IsObject({ message: '要写的内容应为一组字段。' })
  data?: object;

  @ApiProperty({ required: false, maxLength: 64, description: '状态的代码；缺省为自然的下一个' })
  @MayBeAbsent()
  @IsString(STATE)
  @MaxLength(64, STATE)
  state?: string;

  @ApiProperty({
    format: 'date',
    required: false,
    description: '自这一天起不再有效；只有终止和更正填写，更正为没有终止的状态时自然去掉',
  })
  @MayBeAbsent()
  @IsString(DAY)
  @Matches(/^\d{4}-\d\d-\d\d$/, DAY)
  endedFrom?: string;

  @ApiProperty({ required: false, type: 'integer', minimum: 1, description: '看到的版次；登记时不填' })
  @MayBeAbsent()
  @IsInt(SEEN)
  @Min(1, SEEN)
  @Max(2_000_000_000, SEEN)
  expects?: number;

  @VisibleText(REASON_MAX, `请写明理由，不超过 ${REASON_MAX} 字。`)
  reason!: string;
}

export class ProposeLedgerEditDto {
  @ApiProperty({ format: 'uuid', description: '哪个村（或者镇）的台账' })
  @IsUUID('all', { message: '请选择单位。' })
  unitId!: string;

  @ApiProperty({ format: 'uuid', required: false, description: '哪一行；登记新的一行时不填' })
  @MayBeAbsent()
  @IsUUID('all', { message: '没有这一行，请回到台账重新选择。' })
  row?: string;

  @ApiProperty({ type: LedgerWriteDto })
  @IsObject({ message: '请写明登记什么。' })
  @ValidateNested()
  @Type(() => LedgerWriteDto)
  write!: LedgerWriteDto;
}

export class DecideLedgerEditDto {
  @ApiProperty({ enum: editOutcomes, description: 'confirmed 确认 · refused 退回 · withdrawn 撤回' })
  @IsIn(editOutcomes, { message: '决定应为 confirmed（确认）、refused（退回）或 withdrawn（撤回）。' })
  outcome!: EditOutcome;

  @MayBeAbsent()
  @VisibleText(500, '请写明意见，不超过 500 字。', { required: false, description: '退回时必填' })
  sentence?: string;
}

export class LedgerEditFilterDto extends PageDto {
  @UnitFilter()
  unitId?: string;
}
