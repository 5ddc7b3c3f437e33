import { ApiProperty } from '@nestjs/swagger';
import { CASE_STATUSES } from './case-statuses.js';

export class CaseView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: '2026-00012' }) number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() processKey!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ enum: CASE_STATUSES }) status!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '暂停办理的时刻' })
  suspendedAt!: string | null;
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: string | null;
}

export class CasePageView {
  @ApiProperty({ type: [CaseView] }) items!: CaseView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
