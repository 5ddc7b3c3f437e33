import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../http/may-be-absent.js';

const FIELD = { message: '请写明是表单的哪一栏。' };
const SEARCH = { message: '查找的内容不超过 50 个字。' };

export class ChoicesDto {
  @ApiProperty({ minLength: 1, maxLength: 100, description: '表单中选人或选村的一栏' })
  @IsString(FIELD)
  @Length(1, 100, FIELD)
  field!: string;

  @ApiProperty({ required: false, maxLength: 50, description: '姓名、村名的一部分，或拼音首字母的开头' })
  @MayBeAbsent()
  @IsString(SEARCH)
  @MaxLength(50, SEARCH)
  search?: string;
}
