import { ApiProperty } from '@nestjs/swagger';
import { IncidentView } from '../../cases/dto/case-detail.view.js';

export class StuckCaseView {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ format: 'date-time' }) since!: string;
  @ApiProperty({ type: [IncidentView] }) incidents!: IncidentView[];
}

export class StuckCasePageView {
  @ApiProperty({ type: [StuckCaseView] }) items!: StuckCaseView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ description: '共有多少件' }) total!: number;
  @ApiProperty({ description: '后台停放的任务数，见 /api/set-asides；不能处置的人看到 0' }) setAside!: number;
}
