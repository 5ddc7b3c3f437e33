import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { parseLocalDate } from '@wuqing/working-calendar';
import { ValidateBy } from 'class-validator';

export const DAY_FIELD = 'dayField';

const isDay = (value: unknown): boolean => typeof value === 'string' && parseLocalDate(value) !== undefined;

/** A day that there is, `YYYY-MM-DD`; `title` begins the sentence that refuses another. */
export const DayField = (title: string, description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description }),
    ValidateBy(
      { name: DAY_FIELD, validator: { validate: isDay } },
      { message: `${title}应为年-月-日，例如 2026-11-30。` },
    ),
  );
