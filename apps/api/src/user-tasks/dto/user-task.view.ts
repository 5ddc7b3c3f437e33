import { ApiProperty } from '@nestjs/swagger';
import { ClockBadgeView } from '../../deadlines/clock-badge.view.js';
import { BarView, EarlierPaperView, NextStepView } from './task-aside.view.js';
import { MeetingRollView } from './task-meeting.view.js';

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

export class UserTaskPageView {
  @ApiProperty({ type: [UserTaskView] }) items!: UserTaskView[];
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
  @ApiProperty({ type: MeetingRollView, nullable: true, description: '会议名册,仅承办人可见' })
  roll!: MeetingRollView | null;
  @ApiProperty({ type: [BarView], description: '依据与限制，仅承办人可见' }) bars!: BarView[];
  @ApiProperty({ type: [EarlierPaperView], description: '前几步填写的内容（按知情范围）' })
  earlierPapers!: EarlierPaperView[];
  @ApiProperty({ type: [NextStepView], description: '可能的下一步，第一个为主路' })
  nextSteps!: NextStepView[];
  @ApiProperty({ type: Object, description: '本步骤各字段的权限，未列出的可填' })
  rights!: object;
  @ApiProperty({ type: [String], description: '常用语' }) phrases!: string[];
  @ApiProperty({ type: [String], description: '待镇确认的内容' }) unconfirmed!: string[];
  @ApiProperty({ type: Object, required: false, description: '已办结的内容(按知情范围)' })
  submission?: object;
}
