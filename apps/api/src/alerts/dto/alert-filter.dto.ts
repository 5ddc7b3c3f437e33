import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

export class AlertFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: ['true', 'false'], description: '只看未签收的' })
  @MayBeAbsent()
  @IsIn(['true', 'false'], { message: 'open 应为 true 或 false。' })
  open?: 'true' | 'false';
}
