import { ApiProperty } from '@nestjs/swagger';

export class BulkRowView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['ok', 'pending', 'refused'], description: 'pending：已收到，正在办理' })
  result!: 'ok' | 'pending' | 'refused';
  @ApiProperty({ type: String, nullable: true, description: '为什么不能办理' }) reason!: string | null;
}

export class BulkResultView {
  @ApiProperty() dryRun!: boolean;
  @ApiProperty({ type: [BulkRowView], description: '与所送次序相同' }) items!: BulkRowView[];
}
