import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { allPositionKeys, relations, type PositionKey, type Relation } from '@wuqing/organization';
import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { DayField } from '../../http/day-field.js';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { VisibleText } from '../../http/visible-text.js';

const NAME_MAX = 50;
const REASON_MAX = 200;
const relationKeys = Object.keys(relations) as Relation[];

const Reason = (): PropertyDecorator =>
  VisibleText(REASON_MAX, `请填写依据，不超过 ${REASON_MAX} 个字。`, {
    description: '依据：会议、选举、文件或者本人声明',
  });

const IdOf = (what: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'uuid' }), IsUUID('all', { message: `请选择${what}。` }));

export class OnDayDto {
  @DayField('日期', '缺省为今天')
  @MayBeAbsent()
  on?: string;
}

export class PersonFilterDto {
  @ApiProperty({ description: '姓名的一部分' })
  @IsString({ message: '请填写姓名。' })
  @Length(1, NAME_MAX, { message: `姓名应为 1–${NAME_MAX} 个字。` })
  q!: string;
}

export class KeepPersonDto {
  @VisibleText(NAME_MAX, `姓名应为 1–${NAME_MAX} 个字。`)
  name!: string;

  @ApiProperty({ enum: ['female', 'male'] })
  @IsIn(['female', 'male'], { message: '性别应为 female（女）或 male（男）。' })
  gender!: 'female' | 'male';

  @DayField('出生日期', '出生日期')
  birthDate!: string;

  @IdOf('所在单位')
  unitId!: string;

  @Reason()
  reason!: string;
}

export class AppointDto {
  @IdOf('人员')
  personId!: string;

  @IdOf('单位')
  unitId!: string;

  @ApiProperty({ enum: allPositionKeys })
  @IsIn(allPositionKeys, { message: '没有这个岗位，请重新选择。' })
  key!: PositionKey;

  @DayField('任期的第一天', '任期的第一天')
  from!: string;

  @DayField('任期的最后一天', '任期的最后一天；没有期限的不填')
  @MayBeAbsent()
  to?: string;

  @Reason()
  reason!: string;
}

export class EndTermDto {
  @DayField('最后一天', '任职或者代理的最后一天')
  last!: string;

  @Reason()
  reason!: string;
}

export class SubstituteDto {
  @IdOf('被代理人')
  fromPersonId!: string;

  @IdOf('代理人')
  toPersonId!: string;

  @IdOf('单位')
  unitId!: string;

  @ApiProperty({ enum: ['all', ...allPositionKeys], description: 'all 为此人在该单位的全部岗位' })
  @IsIn(['all', ...allPositionKeys], { message: '没有这个岗位，请重新选择。' })
  scope!: 'all' | PositionKey;

  @DayField('代理的第一天', '代理的第一天')
  from!: string;

  @DayField('代理的最后一天', '代理的最后一天')
  to!: string;

  @Reason()
  reason!: string;
}

export class DeclareKinDto {
  @ApiProperty({ enum: ['none', ...relationKeys], description: 'none 为没有亲属关系，撤回原来的声明' })
  @IsIn(['none', ...relationKeys], { message: '没有这种亲属关系，请重新选择。' })
  relation!: 'none' | Relation;

  @Reason()
  reason!: string;
}

export class ChangesPageDto {
  @ApiProperty({ required: false, description: '上一页返回的 next' })
  @MayBeAbsent()
  @IsString({ message: '翻页位置有误，请回到第一页。' })
  @Matches(/^[1-9][0-9]{0,17}$/, { message: '翻页位置有误，请回到第一页。' })
  after?: string;
}
