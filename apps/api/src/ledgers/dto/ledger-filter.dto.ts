import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsString, Matches, MaxLength } from 'class-validator';
import { SearchFilter, UnitFilter } from '../../http/filter-fields.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const DAY = { message: '日期格式应为 2026-01-31。' };
const STATE = { message: '状态有误，请重新选择。' };

export class LedgerFilterDto extends PageDto {
  @UnitFilter()
  unitId?: string;

  @SearchFilter()
  q?: string;

  @ApiProperty({ required: false, maxLength: 64, description: '状态的代码' })
  @MayBeAbsent()
  @IsString(STATE)
  @MaxLength(64, STATE)
  state?: string;

  @ApiProperty({ required: false, format: 'date', description: '只看这一天有效的' })
  @MayBeAbsent()
  @IsString(DAY)
  @Matches(/^\d{4}-\d\d-\d\d$/, DAY)
  @IsISO8601({ strict: true }, DAY)
  inForceOn?: string;

  @ApiProperty({ required: false, format: 'date', description: '这一天结束时台账上写的' })
  @MayBeAbsent()
  @IsString(DAY)
  @Matches(/^\d{4}-\d\d-\d\d$/, DAY)
  @IsISO8601({ strict: true }, DAY)
  asOf?: string;
}

export class LedgerLookFilterDto extends PageDto {}
