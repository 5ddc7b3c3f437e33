import { ApiProperty } from '@nestjs/swagger';
import { circleGrounds, type CircleGround } from '@wuqing/access';
import { IsIn, IsUUID } from 'class-validator';
import { VisibleText } from '../../http/visible-text.js';

/** What the keeper of a list may write: the other grounds are the process's own. */
export const keptGrounds = [
  'admitted',
  'accused',
  'relative',
  'subordinate',
  'recused',
] as const satisfies readonly CircleGround[];

export class CircleEntryDto {
  @ApiProperty({ enum: ['enter', 'leave'], description: '列入或移出' })
  @IsIn(['enter', 'leave'], { message: '请写明是列入（enter）还是移出（leave）。' })
  act!: 'enter' | 'leave';

  @ApiProperty({
    enum: keptGrounds,
    description: keptGrounds.map((ground) => `${ground}：${circleGrounds[ground].title}`).join('；'),
  })
  @IsIn(keptGrounds, { message: '请写明列入知悉范围或者回避的缘由。' })
  ground!: (typeof keptGrounds)[number];

  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: '请选择一个人。' })
  personId!: string;

  @VisibleText(500, '请写明理由，不超过 500 个字。', { example: '参加核查。' })
  reason!: string;
}
