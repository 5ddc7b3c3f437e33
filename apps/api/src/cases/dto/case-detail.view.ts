import { ApiProperty } from '@nestjs/swagger';
import { ClockBadgeView } from '../../deadlines/clock-badge.view.js';
import { UserTaskView } from '../../user-tasks/dto/user-task.view.js';
import { CASE_STATUSES } from './case-statuses.js';
import { CaseView } from './case.view.js';

export class ElementView {
  @ApiProperty() elementId!: string;
  @ApiProperty() name!: string;
}

export class IncidentView extends ElementView {
  @ApiProperty({ description: '处置时写明的编号' }) key!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ description: '有权处置的人看到怎样处置' }) message!: string;
  @ApiProperty({ type: String, nullable: true, description: '原因，仅有权处置的人可见' })
  cause!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '技术细节，仅有权处置的人可见' })
  detail!: string | null;
  @ApiProperty({ format: 'date-time' }) raisedAt!: string;
}

export class RunningElementView extends ElementView {
  @ApiProperty({ description: '处置时写明的编号' }) key!: string;
  @ApiProperty({ example: 'userTask' }) type!: string;
  @ApiProperty({ description: '会签或循环的整体' }) isLoop!: boolean;
}

export class OpenMessageView {
  @ApiProperty() name!: string;
  @ApiProperty() title!: string;
}

export class LinkedCaseView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: CASE_STATUSES }) status!: string;
  @ApiProperty({ enum: ['first', 'following', 'gathered'] }) relation!: 'first' | 'following' | 'gathered';
}

export class CalledCaseView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ enum: CASE_STATUSES }) status!: string;
}

export class CallTreeNodeView extends CalledCaseView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '调用它的事项；最上级为空' })
  parentId!: string | null;
  @ApiProperty({ description: '已暂停办理' }) suspended!: boolean;
  @ApiProperty({ description: '有异常' }) stuck!: boolean;
}

export class CaseDetailView extends CaseView {
  @ApiProperty({ type: [UserTaskView] }) tasks!: UserTaskView[];
  @ApiProperty({ type: [ClockBadgeView] }) clocks!: ClockBadgeView[];
  @ApiProperty({ type: [IncidentView] }) incidents!: IncidentView[];
  @ApiProperty({ type: [OpenMessageView], description: '现在可以提交的流程消息' })
  messages!: OpenMessageView[];
  @ApiProperty({ type: [ElementView], description: '可以退回到的步骤，最近办理的在前' })
  returnTargets!: ElementView[];
  @ApiProperty({ type: [LinkedCaseView], description: '关联事项' }) linked!: LinkedCaseView[];
  @ApiProperty({ type: CalledCaseView, nullable: true, description: '调用本事项的上级事项' })
  parent!: CalledCaseView | null;
  @ApiProperty({ type: [CalledCaseView], description: '本事项调用的下级事项' }) children!: CalledCaseView[];
  @ApiProperty({ type: [CallTreeNodeView], description: '整个调用树，最上级在前；没有调用关系的为空' })
  callTree!: CallTreeNodeView[];
  @ApiProperty({ type: [ElementView], description: '已办结事项可以责令从哪一步重办，仅镇可见' })
  reopenTargets!: ElementView[];
  @ApiProperty() mayCancel!: boolean;
  @ApiProperty({ description: '已结束的事项可以从某一步重新开始' }) mayRestart!: boolean;
  @ApiProperty({ type: [String], description: '现在可以做的处置' }) operations!: string[];
  @ApiProperty({ type: [RunningElementView], description: '正在进行的步骤，仅有权处置的人可见' })
  running!: RunningElementView[];
  @ApiProperty({ description: '可以由本事项引出关联事项（变更决议、再次提出）' }) mayLink!: boolean;
  @ApiProperty({ type: [String], description: '待镇确认的内容' }) unconfirmed!: string[];
}
