import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto } from '../../http/page.js';

export class UserTaskFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: ['open'] })
  @IsOptional()
  @IsIn(['open'], { message: '只能查看待办(state=open)。' })
  state?: 'open';
}
