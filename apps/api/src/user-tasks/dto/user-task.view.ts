import { ApiProperty } from '@nestjs/swagger';
import { ClockBadgeView } from '../../deadlines/clock-badge.view.js';
import { BarView, EarlierPaperView, NextStepView } from './task-aside.view.js';
import { HeardView } from './heard.view.js';
import { MeetingRollView } from './task-meeting.view.js';
import { UrgeView } from '../../supervision/dto/urge.view.js';

export class UserTaskView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() elementId!: string;
  @ApiProperty({ enum: ['open', 'completed', 'canceled'] }) state!: string;
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() processKey!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) assigneeId!: string | null;
  @ApiProperty({ type: String, nullable: true }) assigneeName!: string | null;
  @ApiProperty({ description: '已由我签收' }) mine!: boolean;
  @ApiProperty() rowVersion!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: ClockBadgeView, nullable: true }) clock!: ClockBadgeView | null;
}

export const ROW_FLAGS = ['resubmitted', 'heard', 'acting', 'walled', 'supervised'] as const;

/** Something to know before one opens it. */
export class RowFlagView {
  @ApiProperty({
    enum: ROW_FLAGS,
    description:
      'resubmitted 第 n 次送审；heard 答复哪一件异议；acting 代某人；walled 限知悉人；supervised 督办第 n 级',
  })
  kind!: (typeof ROW_FLAGS)[number];
  @ApiProperty({ example: '第 2 次送审' }) text!: string;
}

export class RowFactView {
  @ApiProperty({ example: '金额' }) title!: string;
  @ApiProperty({ type: 'integer', description: '分' }) amountFen!: number;
}

export class BulkApprovalView {
  @ApiProperty({ description: '可以批量同意' }) allowed!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '为什么须逐件办理' }) reason!: string | null;
}

/** A task as a list shows it. */
export class InboxRowView extends UserTaskView {
  @ApiProperty({ description: '我看过' }) read!: boolean;
  @ApiProperty({ type: [RowFlagView] }) flags!: RowFlagView[];
  @ApiProperty({ type: [String], description: '代谁办理；本人有此职务时为空' }) actingFor!: string[];
  @ApiProperty({ type: String, nullable: true, description: '已被谁签收' }) heldBy!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '事项金额，分；没有或不归您知悉时为空' })
  amountFen!: number | null;
  @ApiProperty({ type: [RowFactView], description: '各步骤写明的金额，按先后' }) summary!: RowFactView[];
  @ApiProperty({ type: BulkApprovalView }) bulk!: BulkApprovalView;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '办结时刻（已办）' })
  endedAt!: string | null;
}

export class InboxPageView {
  @ApiProperty({ type: [InboxRowView] }) items!: InboxRowView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class FormView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: Object, description: 'JSON Schema 2020-12' }) schema!: object;
  @ApiProperty({ type: Object }) ui!: object;
}

export class UserTaskDetailView extends UserTaskView {
  @ApiProperty({ type: FormView, nullable: true }) form!: FormView | null;
  @ApiProperty({ type: Object }) prefill!: object;
  @ApiProperty({ type: [HeardView], description: '本步骤答复的内容：群众异议、举报，或监督意见' })
  heard!: HeardView[];
  @ApiProperty({ type: MeetingRollView, nullable: true, description: '会议名册，仅承办人可见' })
  roll!: MeetingRollView | null;
  @ApiProperty({ type: [BarView], description: '依据与限制，仅承办人可见' }) bars!: BarView[];
  @ApiProperty({ type: [EarlierPaperView], description: '前几步填写的内容（按知情范围）' })
  earlierPapers!: EarlierPaperView[];
  @ApiProperty({
    type: NextStepView,
    nullable: true,
    description: '下一步；由本步骤选定去向的，未选定前为空',
  })
  onward!: NextStepView | null;
  @ApiProperty({ type: Object, description: '本步骤各字段的权限，未列出的可填' })
  rights!: object;
  @ApiProperty({ type: [String], description: '常用语' }) phrases!: string[];
  @ApiProperty({
    type: [UrgeView],
    description: '这一步的催办和回执，新的在前；打开后用 urge-reading 记已读',
  })
  urges!: UrgeView[];
  @ApiProperty({ type: [String], description: '待镇确认的内容' }) unconfirmed!: string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '办结时刻' })
  endedAt!: string | null;
  @ApiProperty({ type: Object, required: false, description: '已办结的内容（按知情范围）' })
  submission?: object;
}
