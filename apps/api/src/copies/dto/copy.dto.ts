import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const PERSONS = { message: '请选择 1–50 个抄送对象。' };
const NOTE = { message: '抄送说明不超过 200 个字。' };

export class SendCopyDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 50 })
  @IsArray(PERSONS)
  @ArrayMinSize(1, PERSONS)
  @ArrayMaxSize(50, PERSONS)
  @IsUUID('all', { each: true, message: '抄送对象编号有误，请重新选择。' })
  personIds!: string[];

  @ApiProperty({ required: false, maxLength: 200, description: '说明' })
  @MayBeAbsent()
  @IsString(NOTE)
  @MaxLength(200, NOTE)
  note?: string;
}

const SEARCH = { message: '查找的内容不超过 50 个字。' };

export class CopyReceiversDto {
  @ApiProperty({ required: false, maxLength: 50, description: '姓名的一部分，或拼音首字母的开头' })
  @MayBeAbsent()
  @IsString(SEARCH)
  @MaxLength(50, SEARCH)
  search?: string;
}

export class CopyFilterDto extends PageDto {
  @ApiProperty({ required: false, enum: ['true'], description: '只看未读' })
  @MayBeAbsent()
  @IsIn(['true'], { message: 'unread 只能是 true，否则请不要带此项。' })
  unread?: 'true';
}
