import { ApiProperty } from '@nestjs/swagger';
import { BarView, NextStepView } from './task-aside.view.js';
import { MeetingRollView } from './task-meeting.view.js';

export class TaskPreviewView {
  @ApiProperty({ type: MeetingRollView, nullable: true, description: '会议日期当天的名册' })
  roll!: MeetingRollView | null;
  @ApiProperty({ type: [BarView], description: '依据与限制' }) bars!: BarView[];
  @ApiProperty({ type: NextStepView, nullable: true, description: '按现在填写的内容，下一步是哪一步' })
  onward!: NextStepView | null;
}
