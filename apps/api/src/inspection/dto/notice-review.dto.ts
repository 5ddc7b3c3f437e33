import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { VisibleText } from '../../http/visible-text.js';
import { LookDto } from './inspection-filter.dto.js';
import { reviewKeys, type ReviewKey } from '../review-lines.js';

const RESULTS = ['pass', 'fail', 'not-applicable'] as const;
const LINES = { message: '请给出全部各项的结论，每项一次。' };

export class ReviewLineDto {
  @ApiProperty({ enum: reviewKeys })
  @IsIn(reviewKeys, { message: '没有这一项，请刷新后重审。' })
  key!: ReviewKey;

  @ApiProperty({ enum: RESULTS })
  @IsIn(RESULTS, { message: '结论应为 pass（合格）、fail（不合格）或 not-applicable（不适用）。' })
  result!: (typeof RESULTS)[number];
}

export class ReviewNoticeDto extends LookDto {
  @ApiProperty({ type: [ReviewLineDto], maxItems: reviewKeys.length })
  @IsArray(LINES)
  @ArrayMaxSize(reviewKeys.length, LINES)
  @ArrayUnique((line: ReviewLineDto | null) => line?.key, LINES)
  @ValidateNested({ each: true })
  @Type(() => ReviewLineDto)
  lines!: ReviewLineDto[];

  @MayBeAbsent()
  @VisibleText(500, '请写明哪里不合格，不超过 500 个字。', { required: false, description: '有不合格的必填' })
  note?: string;
}
