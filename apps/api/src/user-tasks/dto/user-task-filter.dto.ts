import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches } from 'class-validator';
import { UnitFilter, ProcessFilter, StepFilter, SearchFilter } from '../../http/filter-fields.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

export const TASK_VIEWS = ['todo', 'claimable', 'claimed', 'done'] as const;
export const TONES = ['none', 'ok', 'warn', 'late', 'paused'] as const;
const STATE = { message: '只能查看待办（state=open）。' };
const DAY = { message: '日期应写成年-月-日，例如 2026-11-30。' };

/** What a list of tasks is narrowed by. */
export class UserTaskFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: ['open'] })
  @MayBeAbsent()
  @IsIn(['open'], STATE)
  state?: 'open';

  @ApiProperty({
    required: false,
    enum: TASK_VIEWS,
    default: 'todo',
    description: 'todo 待办（已签收的和可签收的）；claimable 待签收；claimed 已签收；done 已办',
  })
  @MayBeAbsent()
  @IsIn(TASK_VIEWS, { message: '列表应为 todo、claimable、claimed 或 done。' })
  view?: (typeof TASK_VIEWS)[number];

  @ProcessFilter()
  processKey?: string;

  @UnitFilter()
  unitId?: string;

  @StepFilter('步骤')
  elementId?: string;

  @ApiProperty({ required: false, enum: TONES, description: '时限颜色' })
  @MayBeAbsent()
  @IsIn(TONES, { message: '时限颜色应为 none、ok、warn、late 或 paused。' })
  tone?: (typeof TONES)[number];

  @ApiProperty({ required: false, format: 'date', description: '只看在此日或之前到期的，例如本周末' })
  @MayBeAbsent()
  @IsString(DAY)
  @Matches(/^\d{4}-\d\d-\d\d$/, DAY)
  dueBy?: string;

  @SearchFilter()
  q?: string;
}
