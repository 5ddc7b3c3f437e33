import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { eventGroupNames, type EventGroup } from '../event-groups.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';

const LIMIT = { message: '每页条数应为 1–200 的整数。' };
const BEFORE = { message: '翻页位置有误，请回到第一页。' };

export class SecurityEventFilterDto {
  @ApiProperty({ required: false, description: '上一页返回的 next' })
  @MayBeAbsent()
  @IsString(BEFORE)
  @Matches(/^[1-9]\d{0,17}$/, BEFORE)
  before?: string;

  @ApiProperty({
    required: false,
    enum: eventGroupNames,
    description: '登录、账号与权限的变动、查看身份信息、被拒绝的请求',
  })
  @MayBeAbsent()
  @IsIn(eventGroupNames, { message: `类别应为 ${eventGroupNames.join('、')} 之一。` })
  group?: EventGroup;

  @ApiProperty({ required: false, default: 50 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt(LIMIT)
  @Min(1, LIMIT)
  @Max(200, LIMIT)
  limit: number = 50;
}

export class SecurityEventView {
  @ApiProperty() id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ example: 'refused' }) kind!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) accountId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '涉及谁的账号：姓名（账号）' }) account!:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: '谁做的' }) by!: string | null;
  @ApiProperty({ example: 'GET /api/cases/:id' }) operation!: string;
  @ApiProperty() status!: number;
  @ApiProperty({ description: '约一秒内的次数' }) count!: number;
}

export class SecurityEventPageView {
  @ApiProperty({ type: [SecurityEventView] }) items!: SecurityEventView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
