import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601 } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const KINDS = ['to-do', 'info'] as const;

export class NotificationFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: KINDS, description: 'to-do 要办的 · info 通知' })
  @MayBeAbsent()
  @IsIn(KINDS, { message: '消息类别应为 to-do 或 info。' })
  kind?: (typeof KINDS)[number];
}

const MOMENT = '请填写页面上最新一条消息的时间，如 2026-11-29T00:00:00.000Z。';

export class MarkReadDto {
  @ApiProperty({ format: 'date-time', description: '到这一刻为止的都算已读；之后到的不算' })
  @IsISO8601({ strict: true, strictSeparator: true }, { message: MOMENT })
  until!: string;
}

export class UnreadCountView {
  @ApiProperty({ description: '未读的，最多数到 99' }) total!: number;
  @ApiProperty({ description: '其中要办的' }) toDo!: number;
  @ApiProperty({ description: '不止这些' }) isMore!: boolean;
}

export class NotificationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({
    enum: [
      'service-level-opened',
      'service-level-warn',
      'service-level-due',
      'service-level-rung',
      'service-level-outside',
      'urged',
      'handed-over',
      'slip-sent',
      'ledger-edit-waits',
      'letter-issued',
      'digest',
    ],
  })
  template!: string;
  @ApiProperty({ enum: KINDS }) kind!: string;
  @ApiProperty({ description: '超期的：标题用红色' }) isLate!: boolean;
  @ApiProperty() title!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '代谁办理' }) onBehalfOf!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) caseId!: string | null;
  @ApiProperty({ type: String, nullable: true }) caseNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) unitName!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '去办：打开的待办' })
  taskId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '所说的文书在哪一页，例如 /slips' })
  page!: string | null;
}

export class NotificationPageView {
  @ApiProperty({ type: [NotificationView] }) items!: NotificationView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
