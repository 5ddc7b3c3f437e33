import { ApiProperty } from '@nestjs/swagger';
import { SEALED_MAX, SUBJECT_MAX } from '@wuqing/slip';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';
import { VisibleText } from '../../http/visible-text.js';

export const boxes = ['received', 'sent'] as const;
export type Box = (typeof boxes)[number];

const KIND = { message: '请选择流转单的种类。' };

export class SendSlipDto {
  @ApiProperty({ maxLength: 64, description: '种类的代码' })
  @IsString(KIND)
  @MaxLength(64, KIND)
  kind!: string;

  @ApiProperty({ format: 'uuid', description: '以哪个单位的名义发出' })
  @IsUUID('all', { message: '请选择发出单位。' })
  fromUnitId!: string;

  @ApiProperty({ format: 'uuid', description: '移送给哪个科室' })
  @IsUUID('all', { message: '请选择接收科室。' })
  toUnitId!: string;

  @VisibleText(SUBJECT_MAX, `请填写事由，不超过 ${SUBJECT_MAX} 字，不写姓名和内容。`, {
    description: '公开的事由：发出人和接收科室都能看到，不写姓名和内容',
  })
  subject!: string;

  @VisibleText(SEALED_MAX, `请填写要移送的内容，不超过 ${SEALED_MAX} 字。`, {
    description: '密封的内容：发出以后只有接收科室能拆看',
  })
  content!: string;
}

export class SlipFilterDto extends PageDto {
  @ApiProperty({
    enum: boxes,
    required: false,
    default: 'received',
    description: 'received 收到 · sent 发出',
  })
  @MayBeAbsent()
  @IsIn(boxes, { message: '应为 received（收到）或 sent（发出）。' })
  box: Box = 'received';
}
