import { ApiProperty } from '@nestjs/swagger';
import type { UrgeRole } from '@wuqing/persistence';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { VisibleText } from '../../http/visible-text.js';
import { urgeRoles } from '../urge-roles.js';

export const URGES_MAX = 50;
const CLOCKS = { message: `请选择 1–${URGES_MAX} 件要催办的事项，每件一次。` };
const TO = { message: '请选择通知谁：承办人、承办单位负责人、党总支书记。' };

export class UrgeDraftsDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: URGES_MAX, description: '时限编号' })
  @IsArray(CLOCKS)
  @ArrayMinSize(1, CLOCKS)
  @ArrayMaxSize(URGES_MAX, CLOCKS)
  @ArrayUnique(CLOCKS)
  @IsUUID('all', { each: true, message: '时限编号有误，请重新选择。' })
  clockIds!: string[];
}

export class UrgedItemDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: '时限编号有误，请重新选择。' })
  clockId!: string;

  @VisibleText(500, '请填写催办内容，不超过 500 个字。')
  text!: string;
}

export class SendUrgesDto {
  @ApiProperty({ type: [UrgedItemDto], minItems: 1, maxItems: URGES_MAX })
  @IsArray(CLOCKS)
  @ArrayMinSize(1, CLOCKS)
  @ArrayMaxSize(URGES_MAX, CLOCKS)
  @ArrayUnique(({ clockId }: UrgedItemDto) => clockId, CLOCKS)
  @ValidateNested({ each: true })
  @Type(() => UrgedItemDto)
  items!: UrgedItemDto[];

  @ApiProperty({
    enum: urgeRoles,
    isArray: true,
    minItems: 1,
    maxItems: urgeRoles.length,
    description: '通知谁',
  })
  @IsArray(TO)
  @ArrayMinSize(1, TO)
  @ArrayMaxSize(urgeRoles.length, TO)
  @ArrayUnique(TO)
  @IsIn(urgeRoles, { each: true, ...TO })
  to!: UrgeRole[];
}
