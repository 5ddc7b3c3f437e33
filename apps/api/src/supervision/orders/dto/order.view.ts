import { ApiProperty } from '@nestjs/swagger';
import { ChoiceView } from '../../../user-tasks/choices/dto/choices.view.js';
import { CaseView } from '../../../cases/dto/case.view.js';
import { PaperFieldView } from '../../../user-tasks/dto/task-aside.view.js';
import { ClockBadgeView } from '../../../deadlines/clock-badge.view.js';

export class OrderedCaseView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class OrderView extends CaseView {
  @ApiProperty({ example: '清督〔2026〕16 号', description: '文号；没有文号的为事项编号' })
  orderNumber!: string;
  @ApiProperty({ format: 'date-time' }) issuedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: '下发人；系统自动下发的为空' })
  issuedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '正在办理的步骤；已销号的为空' })
  step!: string | null;
  @ApiProperty({ type: ClockBadgeView, nullable: true, description: '正在办理的步骤的时限' })
  clock!: ClockBadgeView | null;
}

export class OrderPageView {
  @ApiProperty({ type: [OrderView] }) items!: OrderView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

const STATES = ['done', 'now', 'later'] as const;

export class OrderStageView {
  @ApiProperty({ enum: ['sign', 'feedback', 'review', 'close'] }) key!: string;
  @ApiProperty({ example: '签收' }) name!: string;
  @ApiProperty({ enum: STATES }) state!: (typeof STATES)[number];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '最近一次办结' })
  at!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '最近一次由谁办结' }) by!: string | null;
  @ApiProperty({ description: '办过几次' }) times!: number;
}

export class OrderActView {
  @ApiProperty({ format: 'uuid' }) taskId!: string;
  @ApiProperty() elementId!: string;
  @ApiProperty({ example: '反馈' }) name!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: [PaperFieldView], description: '按知情范围' }) fields!: PaperFieldView[];
}

export class OrderTaskView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() elementId!: string;
  @ApiProperty({ type: String, nullable: true, description: '您为什么不能办这一步；能办的为空' })
  bar!: string | null;
}

export class OriginalTermView {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ enum: ['opened', 'warn', 'due', 'rung', 'outside'] }) kind!: string;
}

export class OrderReceiptView {
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date-time', description: '送达' }) sentAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '已读；未读的为空' })
  readAt!: string | null;
}

export class OrderDetailView extends OrderView {
  @ApiProperty({ type: OrderedCaseView, nullable: true, description: '原件；无权查看的为空' })
  firstCase!: OrderedCaseView | null;
  @ApiProperty({ type: ClockBadgeView, nullable: true, description: '原件的时限，不因督办而变' })
  firstClock!: ClockBadgeView | null;
  @ApiProperty({ type: [OriginalTermView], description: '原件时限告知过谁' })
  firstAlerts!: OriginalTermView[];
  @ApiProperty({ type: [OrderStageView] }) stages!: OrderStageView[];
  @ApiProperty({ description: '退回过几次' }) returns!: number;
  @ApiProperty({ type: [OrderActView], description: '办过的步骤和填写的内容，先办的在前' })
  acts!: OrderActView[];
  @ApiProperty({ type: OrderTaskView, nullable: true, description: '正在办理的步骤' })
  task!: OrderTaskView | null;
  @ApiProperty({ type: [OrderReceiptView], description: '送达与回执，先送达的在前' })
  receipts!: OrderReceiptView[];
  @ApiProperty({ type: [String], description: '待镇确认的内容' }) unconfirmed!: string[];
}

export class OrderDraftView {
  @ApiProperty() title!: string;
  @ApiProperty({ description: '问题，按这一件写好，可改' }) problem!: string;
  @ApiProperty({ description: '责任人的姓名' }) responsible!: string;
  @ApiProperty({
    type: [ChoiceView],
    nullable: true,
    description: '责任人从中选；空值：督办单的现行表单由人填写姓名',
  })
  choices!: ChoiceView[] | null;
  @ApiProperty({ format: 'date', description: '反馈期限，默认五个工作日（待镇确认）' })
  feedbackDueOn!: string;
}
