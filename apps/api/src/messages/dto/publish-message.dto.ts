import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

/** Thirty days: what nobody waited for in that time has been overtaken. */
const SECONDS_MAX = 30 * 24 * 3_600;
const NAME = { message: '请填写消息名称，不超过 100 个字。' };
const KEY = { message: '关联键应为不超过 200 个字的文字。' };
const SECONDS = { message: `保留时间应为 0 至 ${SECONDS_MAX} 秒的整数。` };

export class PublishMessageDto {
  @ApiProperty({ maxLength: 100 })
  @IsString(NAME)
  @Length(1, 100, NAME)
  name!: string;

  @ApiProperty({ required: false, maxLength: 200, description: '缺省为空：只与没有关联键的等待相配' })
  @MayBeAbsent()
  @IsString(KEY)
  @Length(0, 200, KEY)
  correlationKey?: string;

  @ApiProperty({ format: 'uuid', description: '以哪个单位的名义发布' })
  @IsUUID('all', { message: '请选择单位。' })
  unitId!: string;

  @ApiProperty({ type: Object, required: false })
  @MayBeAbsent()
  @IsObject({ message: '内容应为一组字段。' })
  variables?: object;

  @ApiProperty({
    required: false,
    minimum: 0,
    maximum: SECONDS_MAX,
    default: 3_600,
    description: '无人等待时保留多少秒',
  })
  @MayBeAbsent()
  @IsInt(SECONDS)
  @Min(0, SECONDS)
  @Max(SECONDS_MAX, SECONDS)
  timeToLiveSeconds?: number;
}

export class MessageView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({
    enum: ['buffered', 'carried', 'correlated', 'expired'],
    description: 'buffered 等待接收 · carried 正在送达 · correlated 已送达 · expired 已过期',
  })
  state!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '接收的事项' })
  caseId!: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
