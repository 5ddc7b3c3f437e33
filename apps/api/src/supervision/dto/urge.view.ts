import { ApiProperty } from '@nestjs/swagger';
import type { UrgeRole } from '@wuqing/persistence';
import { urgeRoles } from '../urge-roles.js';

export class UrgedSeatView {
  @ApiProperty({ enum: urgeRoles }) role!: UrgeRole;
  @ApiProperty({ example: '村文书' }) title!: string;
  @ApiProperty({ type: [String] }) names!: string[];
}

export class UrgeDraftView {
  @ApiProperty({ format: 'uuid' }) clockId!: string;
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() taskName!: string;
  @ApiProperty({ description: '按这一件写好的内容，可改' }) text!: string;
  @ApiProperty({ type: [UrgedSeatView], description: '可以通知的人' }) recipients!: UrgedSeatView[];
  @ApiProperty({ type: String, nullable: true, description: '现在不能催办的原因' }) bar!: string | null;
}

export class UrgeDraftsView {
  @ApiProperty({ type: [UrgeDraftView] }) items!: UrgeDraftView[];
}

export class UrgeResultView {
  @ApiProperty({ format: 'uuid' }) clockId!: string;
  @ApiProperty() ok!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '没有催办的原因' }) reason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) urgeId!: string | null;
}

export class UrgeResultsView {
  @ApiProperty({ type: [UrgeResultView], description: '逐件结果，按提交的次序' }) items!: UrgeResultView[];
}

export class UrgeReceiptView extends UrgedSeatView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '送达' })
  sentAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '已读' })
  readAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) readBy!: string | null;
}

export class UrgeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) taskId!: string;
  @ApiProperty() taskName!: string;
  @ApiProperty() text!: string;
  @ApiProperty() urgedBy!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: [UrgeReceiptView] }) recipients!: UrgeReceiptView[];
}

export class UrgeListView {
  @ApiProperty({ type: [UrgeView] }) items!: UrgeView[];
}

export class UrgesReadView {
  @ApiProperty({ description: '这次记为已读的催办' }) read!: number;
}
