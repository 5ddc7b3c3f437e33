import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { isBlank } from '@wuqing/kernel';
import { IsString, Length, ValidateBy } from 'class-validator';

export const VISIBLE_TEXT = 'visibleText';

/** Says something to its reader; hidden signs are refused at the door, wherever they stand. */
const IsVisible = (message: string): PropertyDecorator =>
  ValidateBy(
    { name: VISIBLE_TEXT, validator: { validate: (value) => typeof value === 'string' && !isBlank(value) } },
    { message },
  );

/** Words that people read: a title, a reason. */
export const VisibleText = (
  max: number,
  message: string,
  shown: ApiPropertyOptions = {},
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minLength: 1, maxLength: max, ...(shown as object) }),
    IsString({ message }),
    Length(1, max, { message }),
    IsVisible(message),
  );
