import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const COLORS = ['red', 'yellow'] as const;
const YEAR = '年份应为 2000 至 2099 的整数。';

/** Of which cases the numbers are. */
export class WatchFilterDto {
  @ApiProperty({ required: false, format: 'uuid', description: '只看这个单位' })
  @MayBeAbsent()
  @IsUUID('all', { message: '单位编号有误，请重新选择。' })
  unitId?: string;

  @ApiProperty({ required: false, description: '只看这个流程' })
  @MayBeAbsent()
  @IsString({ message: '流程编号有误，请重新选择。' })
  @MaxLength(100, { message: '流程编号有误，请重新选择。' })
  processKey?: string;

  @ApiProperty({ required: false, minimum: 2000, maximum: 2099, description: '办结按哪一年算；不填为今年' })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: YEAR })
  @Min(2000, { message: YEAR })
  @Max(2099, { message: YEAR })
  year?: number;
}

export class WatchedFilterDto extends PageDto {
  @ApiProperty({ enum: COLORS, description: '红：超期未办结；黄：将到期' })
  @IsIn(COLORS, { message: '颜色应为 red 或 yellow。' })
  color!: (typeof COLORS)[number];

  @ApiProperty({ required: false, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID('all', { message: '单位编号有误，请重新选择。' })
  unitId?: string;

  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsString({ message: '流程编号有误，请重新选择。' })
  @MaxLength(100, { message: '流程编号有误，请重新选择。' })
  processKey?: string;
}

export class EndedFilterDto extends PageDto {
  @ApiProperty({
    required: false,
    enum: ['true', 'false'],
    description: '只看超期办结的，或者只看按期办结的',
  })
  @MayBeAbsent()
  @IsIn(['true', 'false'], { message: 'late 应为 true 或 false。' })
  late?: 'true' | 'false';

  @ApiProperty({ required: false, format: 'uuid' })
  @MayBeAbsent()
  @IsUUID('all', { message: '单位编号有误，请重新选择。' })
  unitId?: string;

  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsString({ message: '流程编号有误，请重新选择。' })
  @MaxLength(100, { message: '流程编号有误，请重新选择。' })
  processKey?: string;

  @ApiProperty({ required: false, minimum: 2000, maximum: 2099 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: YEAR })
  @Min(2000, { message: YEAR })
  @Max(2099, { message: YEAR })
  year?: number;
}
