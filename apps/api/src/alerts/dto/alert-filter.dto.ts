import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto } from '../../http/page.js';

export class AlertFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: ['true', 'false'], description: '只看未签收的' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'open 应为 true 或 false。' })
  open?: 'true' | 'false';
}
