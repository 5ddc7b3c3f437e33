import { ApiProperty } from '@nestjs/swagger';
import { CaseView } from '../../cases/dto/case.view.js';

export class CopyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '谁抄送的' }) sentByName!: string;
  @ApiProperty({ format: 'date-time' }) sentAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
  @ApiProperty({ description: '说明，可能为空' }) note!: string;
  @ApiProperty({ type: CaseView }) case!: CaseView;
}

export class CopyPageView {
  @ApiProperty({ type: [CopyView] }) items!: CopyView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class CopyResultView {
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() ok!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '没有抄送的原因' }) reason!: string | null;
}

export class CopyResultsView {
  @ApiProperty({ type: [CopyResultView], description: '逐人结果，按提交的次序' }) items!: CopyResultView[];
}
