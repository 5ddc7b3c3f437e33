import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Json } from '@wuqing/kernel';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { JSON_VALUE } from '../../openapi/json-value.js';
import { GivenReason } from './given-reason.js';

const ELEMENTS_MAX = 20;
const KEY = /^[^#\s]{1,200}#\d{1,9}$/;
const keyMessage = { message: '步骤编号有误，请刷新后重新选择。' };
const idMessage = { message: '请选择流程中的步骤。' };
const listMessage = { message: `请选择步骤，一次不超过 ${ELEMENTS_MAX} 个。` };

/** One visit of an element, as the case's own page names it: `elementId#n`. */
const VisitKey = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description, example: 'review#7' }),
    IsString(keyMessage),
    Matches(KEY, keyMessage),
  );

const Variables = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: Object, required: false, description: '补正的流程变量' }),
    MayBeAbsent(),
    IsObject({ message: '变量应为一组字段。' }),
  );

export class GiveReasonDto {
  @GivenReason() reason!: string;
}

export class ResolveIncidentDto extends GiveReasonDto {
  @VisitKey('出现异常的步骤') incident!: string;
  @Variables() variables?: object;
}

export class SkipElementDto extends GiveReasonDto {
  @VisitKey('要跳过的步骤') element!: string;
  @Variables() variables?: object;
}

export class ActivationDto {
  @ApiProperty({ description: '要开始的步骤' })
  @IsString(idMessage)
  @Length(1, 200, idMessage)
  elementId!: string;

  @ApiProperty({ required: false, description: '在哪一个正在进行的子流程里开始' })
  @MayBeAbsent()
  @IsString(keyMessage)
  @Matches(KEY, keyMessage)
  scope?: string;

  @Variables() variables?: object;
}

export class ModifyCaseDto extends GiveReasonDto {
  @ApiProperty({ type: [ActivationDto] })
  @IsArray(listMessage)
  @ArrayMaxSize(ELEMENTS_MAX, listMessage)
  @ValidateNested({ each: true, message: idMessage.message })
  @Type(() => ActivationDto)
  activate!: ActivationDto[];

  @ApiProperty({ type: [String], description: '要终止的步骤' })
  @IsArray(listMessage)
  @ArrayMaxSize(ELEMENTS_MAX, listMessage)
  @IsString({ each: true, ...keyMessage })
  @Matches(KEY, { each: true, ...keyMessage })
  terminate!: string[];
}

export class AddMemberDto extends GiveReasonDto {
  @VisitKey('会签步骤') multiInstance!: string;

  @ApiProperty({ ...JSON_VALUE, required: false, description: '新增的对象，名单中的一项' })
  @MayBeAbsent()
  @IsDefined({ message: '新增的对象不能为空值，没有可不填。' })
  item?: Json;
}

export class RemoveMemberDto extends GiveReasonDto {
  @VisitKey('会签步骤') multiInstance!: string;

  @ApiProperty({ minimum: 1, description: '成员序号' })
  @IsInt({ message: '请填写成员序号。' })
  @Min(1, { message: '成员序号从 1 开始。' })
  @Max(1_000_000, { message: '没有这个成员序号。' })
  member!: number;
}

/** Element ids of the case's process. */
const ElementIds = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [String], description }),
    IsArray(listMessage),
    ArrayMinSize(1, listMessage),
    ArrayMaxSize(ELEMENTS_MAX, listMessage),
    IsString({ each: true, ...idMessage }),
    Length(1, 200, { each: true, ...idMessage }),
  );

export class ActivateStepsDto {
  @VisitKey('临时子流程') adHocSubProcess!: string;
  @ElementIds('要启动的步骤') elements!: string[];
  @Variables() variables?: object;
}

export class RestartCaseDto extends GiveReasonDto {
  @ElementIds('从哪些步骤重新开始') startAt!: string[];
  @Variables() variables?: object;
}
