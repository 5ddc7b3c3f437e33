import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { UnitFilter } from '../../http/filter-fields.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const STATES = ['running', 'late', 'stopped'] as const;

export class DeadlineFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: STATES })
  @MayBeAbsent()
  @IsIn(STATES, { message: '时限状态应为 running、late 或 stopped。' })
  state?: (typeof STATES)[number];

  @UnitFilter()
  unitId?: string;
}
