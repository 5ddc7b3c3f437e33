import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

export class NoticeFilterDto {
  @ApiProperty({ required: false, description: '村编号' })
  @MayBeAbsent()
  @IsString({ message: '村编号有误,请重新选择。' })
  @Matches(/^[\w-]{1,50}$/, { message: '村编号有误,请重新选择。' })
  village?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: 10_000, default: 1 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '页码应为正整数。' })
  @Min(1, { message: '页码应为正整数。' })
  @Max(10_000, { message: '页码过大。' })
  page: number = 1;
}

export class NoticeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() village!: string;
  @ApiProperty() villageCode!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) from!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to!: string | null;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty({ type: Number, nullable: true, description: '公开期还剩几天;已结束为 0' }) daysLeft!:
    number | null;
}

export class NoticePageView {
  @ApiProperty({ type: [NoticeView] }) items!: NoticeView[];
  @ApiProperty() page!: number;
  @ApiProperty() pages!: number;
}

export class NoticeFieldView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty() value!: string;
}

export class NoticeDetailView extends NoticeView {
  @ApiProperty({ type: [NoticeFieldView] }) fields!: NoticeFieldView[];
}
