import { ApiProperty } from '@nestjs/swagger';

export class AlertView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['opened', 'warn', 'due', 'rung', 'outside'] }) kind!: string;
  @ApiProperty() rung!: number;
  @ApiProperty() text!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acknowledgedAt!: string | null;
}

export class AlertPageView {
  @ApiProperty({ type: [AlertView] }) items!: AlertView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
