import { ApiProperty } from '@nestjs/swagger';
import { LETTER_TEXT_MAX, MATTER_MAX } from '@wuqing/letter';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';
import { VisibleText } from '../../http/visible-text.js';

export const letterBoxes = ['received', 'issued'] as const;
export type LetterBox = (typeof letterBoxes)[number];

const KIND = { message: '请选择函的种类。' };
const BASIS_MAX = 200;

export class IssueLetterDto {
  @ApiProperty({ maxLength: 64, description: '种类的代码' })
  @IsString(KIND)
  @MaxLength(64, KIND)
  kind!: string;

  @ApiProperty({ format: 'uuid', description: '以哪个单位的名义发出' })
  @IsUUID('all', { message: '请选择发出单位。' })
  fromUnitId!: string;

  @ApiProperty({ format: 'uuid', description: '发给哪个村或者科室' })
  @IsUUID('all', { message: '请选择收函单位。' })
  toUnitId!: string;

  @ApiProperty({ format: 'uuid', required: false, description: '前一份逾期未答复的函；接着它发下一步的' })
  @MayBeAbsent()
  @IsUUID('all', { message: '请从前一份函上发。' })
  followsId?: string;

  @VisibleText(MATTER_MAX, `请填写事由，不超过 ${MATTER_MAX} 字。`, { description: '事由，例如「三务公开」' })
  matter!: string;

  @VisibleText(LETTER_TEXT_MAX, `请写明情况，不超过 ${LETTER_TEXT_MAX} 字。`, { description: '情况、问题' })
  facts!: string;

  @VisibleText(LETTER_TEXT_MAX, `请写明要求，不超过 ${LETTER_TEXT_MAX} 字。`, { description: '要求' })
  demand!: string;

  @MayBeAbsent()
  @VisibleText(BASIS_MAX, `依据不超过 ${BASIS_MAX} 字。`, {
    required: false,
    description: '依据的法律法规或者制度',
  })
  basis?: string;
}

export class AnswerLetterDto {
  @VisibleText(LETTER_TEXT_MAX, `请填写答复，不超过 ${LETTER_TEXT_MAX} 字。`, { description: '书面答复' })
  text!: string;
}

export class LetterFilterDto extends PageDto {
  @ApiProperty({
    enum: letterBoxes,
    required: false,
    default: 'received',
    description: 'received 收到 · issued 发出',
  })
  @MayBeAbsent()
  @IsIn(letterBoxes, { message: '应为 received（收到）或 issued（发出）。' })
  box: LetterBox = 'received';
}
