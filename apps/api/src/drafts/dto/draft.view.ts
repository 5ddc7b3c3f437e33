import { ApiProperty } from '@nestjs/swagger';
import { UserTaskView } from '../../user-tasks/dto/user-task.view.js';

export class DraftVersionView {
  @ApiProperty({ minimum: 1, description: '草稿版本，每存一次加一' }) version!: number;
  @ApiProperty({ format: 'date-time' }) savedAt!: string;
}

export class DraftView {
  @ApiProperty({ minimum: 0, description: '草稿版本；别人留下的草稿为 0，存过以后才是自己的' })
  version!: number;
  @ApiProperty({ format: 'date-time' }) savedAt!: string;
  @ApiProperty({ type: Object, description: '填写的内容' }) content!: object;
  @ApiProperty({ type: String, nullable: true, description: '前一位办理人留下的，是谁；自己的为空' })
  leftByName!: string | null;
}

/** No draft is no absence of the step: the answer says so by itself. */
export class KeptDraftView {
  @ApiProperty({ type: DraftView, nullable: true }) draft!: DraftView | null;
}

export class DraftedTaskView {
  @ApiProperty({ format: 'date-time' }) savedAt!: string;
  @ApiProperty({ type: UserTaskView }) task!: UserTaskView;
}

export class DraftPageView {
  @ApiProperty({ type: [DraftedTaskView] }) items!: DraftedTaskView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class DraftedStartView {
  @ApiProperty() processKey!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ format: 'date-time' }) savedAt!: string;
}

export class DraftedStartListView {
  @ApiProperty({ type: [DraftedStartView] }) items!: DraftedStartView[];
}
