import { ApiProperty } from '@nestjs/swagger';
import { CaseView } from '../../cases/dto/case.view.js';
import { UserTaskView } from '../../user-tasks/dto/user-task.view.js';

export class AcceptedView {
  @ApiProperty({ enum: ['accepted'] }) status!: string;
  @ApiProperty({ required: false, description: '在事项日志中的位置；事项中有无权查看的步骤时不写' })
  position?: number;
}

export class CommandAnswerView {
  @ApiProperty({ type: AcceptedView }) outcome!: AcceptedView;
  @ApiProperty({ type: CaseView }) case!: CaseView;
  @ApiProperty({ type: UserTaskView, required: false }) task?: UserTaskView;
  @ApiProperty() command!: string;
}

export class PendingView {
  @ApiProperty({ enum: ['pending'] }) status!: string;
  @ApiProperty({ description: '结果将在此网址' }) command!: string;
  @ApiProperty({ type: CaseView }) case!: CaseView;
}

export class CommandView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ enum: ['pending', 'accepted', 'rejected', 'conflict', 'incident'] }) status!: string;
  @ApiProperty({ type: Object, nullable: true }) outcome!: object | null;
  @ApiProperty({ required: false, description: '未办成的原因' }) problem?: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '现在无权查看的事项不写' })
  caseId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) userTaskId!: string | null;
}
