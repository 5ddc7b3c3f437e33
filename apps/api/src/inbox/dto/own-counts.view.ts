import { ApiProperty } from '@nestjs/swagger';

/** How much of the caller's own there is beside what waits for him. */
export class OwnCountsView {
  @ApiProperty({ type: 'integer', description: '我发起的、在办的，至多数到 100' }) started!: number;
  @ApiProperty({ type: 'integer', description: '草稿，至多数到 100' }) drafts!: number;
  @ApiProperty({ type: 'integer', description: '没有知悉的预警，至多数到 100' }) alerts!: number;
  @ApiProperty({ type: 'integer', description: '没有销号的督办单，至多数到 100' }) orders!: number;
}
