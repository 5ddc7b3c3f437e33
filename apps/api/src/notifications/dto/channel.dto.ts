import { ApiProperty } from '@nestjs/swagger';
import { channelNames, personalChannelNames } from '@wuqing/notifications';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

const TAKES = ['all', 'at-once', 'none'] as const;

export class ChooseChannelDto {
  @ApiProperty({ enum: TAKES, description: 'all 全部 · at-once 只要即时的，不要每日汇总 · none 不要' })
  @IsIn(TAKES, { message: '请选择：全部、只要即时的，或者不要。' })
  takes!: (typeof TAKES)[number];

  @ApiProperty({ required: false, description: '邮箱，或企业微信、钉钉账号；不填则沿用原来的' })
  @MayBeAbsent()
  @IsString({ message: '请填写地址。' })
  @Length(1, 254, { message: '地址应为 1 至 254 个字符。' })
  address?: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class NotificationHoursDto {
  @ApiProperty({ pattern: TIME.source, description: '免打扰开始；与结束相同即不设' })
  @Matches(TIME, { message: '免打扰开始时间应为 00:00 至 23:59，如 20:00。' })
  quietFrom!: string;

  @ApiProperty({ pattern: TIME.source, description: '免打扰结束' })
  @Matches(TIME, { message: '免打扰结束时间应为 00:00 至 23:59，如 08:00。' })
  quietTo!: string;

  @ApiProperty({ pattern: TIME.source, description: '每日汇总' })
  @Matches(TIME, { message: '汇总时间应为 00:00 至 23:59，如 08:00。' })
  digestAt!: string;
}

export class NotificationHoursView {
  @ApiProperty() quietFrom!: string;
  @ApiProperty() quietTo!: string;
  @ApiProperty() digestAt!: string;
  @ApiProperty({ description: '待镇确认：镇里尚未设置，按默认' }) unconfirmed!: boolean;
}

export class ChannelChoiceView {
  @ApiProperty({ enum: personalChannelNames }) channel!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '镇里已开通' }) isOn!: boolean;
  @ApiProperty({ enum: TAKES }) takes!: string;
  @ApiProperty({ type: String, nullable: true, description: '遮掩后的地址' }) address!: string | null;
}

export class ChannelChoicesView {
  @ApiProperty({ type: NotificationHoursView }) hours!: NotificationHoursView;
  @ApiProperty({ type: [ChannelChoiceView] }) channels!: ChannelChoiceView[];
}

export class ChannelView {
  @ApiProperty({ enum: channelNames }) channel!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '已开通；未开通的不发送' }) isOn!: boolean;
  @ApiProperty({ description: '等待发送' }) waiting!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) oldestWaitingAt!: string | null;
  @ApiProperty({ description: '多次发送失败，已停放，可在“停放的任务”中重发' }) dead!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastSentAt!: string | null;
}

export class ChannelsView {
  @ApiProperty({ type: [ChannelView] }) channels!: ChannelView[];
  @ApiProperty({ type: NotificationHoursView }) hours!: NotificationHoursView;
}
