import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

const message = '请填写理由,不超过 500 个字。';

/** A reason in words, which journal and audit keep. */
export const GivenReason = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minLength: 1, maxLength: 500 }),
    IsString({ message }),
    Length(1, 500, { message }),
    Matches(/\S/, { message }),
  );
