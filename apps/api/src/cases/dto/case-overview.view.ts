import { ApiProperty } from '@nestjs/swagger';
import { PersonView } from '../../session/dto/me.view.js';
import { EarlierPaperView, NextStepView } from '../../user-tasks/dto/task-aside.view.js';

export class CaseStageView {
  @ApiProperty({ example: '五' }) key!: string;
  @ApiProperty({ example: '五 会议表决' }) name!: string;
  @ApiProperty({ description: '规程编了号的一步；没有编号的流程每一步都是' }) isNumbered!: boolean;
  @ApiProperty({ enum: ['done', 'done-late', 'now', 'to-come'] }) state!: string;
  @ApiProperty({ description: '办过几次' }) visits!: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '最近一次办结的日期' })
  doneOn!: string | null;
  @ApiProperty({ type: [String], description: '属于这一步的步骤' }) elements!: string[];
}

export class StepUseView {
  @ApiProperty({ description: '用时，多次的取占期限最长的一次' }) used!: number;
  @ApiProperty({ description: '期限' }) term!: number;
  @ApiProperty({ enum: ['工作日', '日'] }) unit!: string;
}

export class CaseStepView {
  @ApiProperty() elementId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '监督意见，与办理并行' }) isObserver!: boolean;
  @ApiProperty({ description: '开始过几次' }) visits!: number;
  @ApiProperty({ description: '正在办' }) isRunning!: boolean;
  @ApiProperty({ description: '曾经超期' }) isLate!: boolean;
  @ApiProperty({ type: [String], description: '现在由谁办理' }) handlers!: string[];
  @ApiProperty({ type: StepUseView, nullable: true, description: '没有期限的为空' }) use!: StepUseView | null;
}

export class CaseNoticeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) fromOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) toOn!: string | null;
  @ApiProperty({ enum: ['to-come', 'running', 'ended'] }) state!: string;
  @ApiProperty({ type: Number, nullable: true, description: '公开中的还剩几天；没有期满日的为空' })
  daysLeft!: number | null;
}

export class CaseOverviewView {
  @ApiProperty({ type: [CaseStageView] }) stages!: CaseStageView[];
  @ApiProperty({ type: [CaseStepView], description: '开始过的人工步骤，按开始的先后' })
  steps!: CaseStepView[];
  @ApiProperty({ type: [String], description: '走过的连线中退回的' }) returned!: string[];
  @ApiProperty({ description: '可以催办' }) mayUrge!: boolean;
  @ApiProperty({ description: '可以下发督办单' }) mayIssueOrder!: boolean;
  @ApiProperty({ description: '曾超期几次' }) everLate!: number;
  @ApiProperty({ type: [NextStepView], description: '下一步，预计' }) next!: NextStepView[];
  @ApiProperty({ type: [CaseNoticeView] }) notices!: CaseNoticeView[];
}

export class CasePapersView {
  @ApiProperty({ type: [EarlierPaperView], description: '按提交的先后，按知情范围显示' })
  items!: EarlierPaperView[];
  @ApiProperty({ type: [PersonView], description: '表决名册上的人' }) people!: PersonView[];
}
