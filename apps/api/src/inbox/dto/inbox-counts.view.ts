import { ApiProperty } from '@nestjs/swagger';

export class DayCountView {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '到期日；没有时限的为空' })
  dueOn!: string | null;
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: 'integer' }) late!: number;
  @ApiProperty({ type: 'integer' }) warn!: number;
}

export class StepCountView {
  @ApiProperty() processKey!: string;
  @ApiProperty() elementId!: string;
  @ApiProperty({ description: '步骤' }) name!: string;
  @ApiProperty({ type: 'integer' }) total!: number;
}

/** How much waits, kept with every change and not counted when asked. */
export class InboxCountsView {
  @ApiProperty({ type: 'integer', description: '待办：已签收的和可签收的' }) todo!: number;
  @ApiProperty({ type: 'integer', description: '其中超时' }) late!: number;
  @ApiProperty({ type: 'integer', description: '其中预警' }) warn!: number;
  @ApiProperty({ type: 'integer', description: '其中本周（至周日）到期，含超时' }) thisWeek!: number;
  @ApiProperty({ type: 'integer', description: '待签收' }) claimable!: number;
  @ApiProperty({ type: 'integer', description: '未读抄送，至多数到 100' }) copies!: number;
  @ApiProperty({ type: [DayCountView], description: '按到期日' }) days!: DayCountView[];
  @ApiProperty({ type: [StepCountView], description: '按步骤' }) steps!: StepCountView[];
}
