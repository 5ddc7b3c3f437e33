import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

export class UserTaskFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: ['open'] })
  @MayBeAbsent()
  @IsIn(['open'], { message: '只能查看待办(state=open)。' })
  state?: 'open';
}
