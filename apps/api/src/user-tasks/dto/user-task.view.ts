import { ApiProperty } from '@nestjs/swagger';
import { ClockBadgeView } from '../../deadlines/clock-badge.view.js';

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

export class RollPersonView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '有表决权' }) mayVote!: boolean;
  @ApiProperty({ description: '应当回避' }) mustRecuse!: boolean;
}

export class MeetingRollView {
  @ApiProperty({ description: '名册列有全体成员;否则只列应当回避的人' }) complete!: boolean;
  @ApiProperty({ type: [RollPersonView] }) persons!: RollPersonView[];
}

export class UserTaskDetailView extends UserTaskView {
  @ApiProperty({ type: FormView, nullable: true }) form!: FormView | null;
  @ApiProperty({ type: Object }) prefill!: object;
  @ApiProperty({ type: MeetingRollView, nullable: true, description: '会议名册,仅承办人可见' })
  roll!: MeetingRollView | null;
  @ApiProperty({ type: [String], description: '待镇确认的内容' }) unconfirmed!: string[];
  @ApiProperty({ type: Object, required: false, description: '已办结的内容(按知情范围)' })
  submission?: object;
}
