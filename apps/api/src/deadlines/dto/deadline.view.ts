import { ApiProperty } from '@nestjs/swagger';
import { ClockBadgeView } from '../clock-badge.view.js';

export class DeadlineView extends ClockBadgeView {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() caseTitle!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ format: 'uuid' }) taskId!: string;
  @ApiProperty() taskName!: string;
}

export class DeadlinePageView {
  @ApiProperty({ type: [DeadlineView] }) items!: DeadlineView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
