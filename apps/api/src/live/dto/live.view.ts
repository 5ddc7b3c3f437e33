import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

export class LiveSinceDto {
  @ApiProperty({ required: false, description: '上一次返回的 cursor；缺省则从现在开始' })
  @MayBeAbsent()
  @IsString({ message: '位置应为上一次返回的 cursor，请从头开始。' })
  since?: string;
}

export class LiveNewsView {
  @ApiProperty({ description: 'user-task、case、alert、notice、message 等' }) topic!: string;
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: Number, nullable: true, description: '待办的 rowVersion；其他事项或为空' })
  version!: number | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) caseId!: string | null;
}

/** What one look, and one `changes` event of the stream, tells. */
export class LiveChangesView {
  @ApiProperty({ description: '下一次从这里继续' }) cursor!: string;
  @ApiProperty({ description: '为真时，此前所读的内容须全部重读' }) reset!: boolean;
  @ApiProperty({ type: [LiveNewsView] }) items!: readonly LiveNewsView[];
}
