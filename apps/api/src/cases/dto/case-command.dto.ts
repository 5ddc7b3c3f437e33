import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Length } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { GivenReason } from './given-reason.js';

export class SendMessageDto {
  @ApiProperty()
  @IsString({ message: '请选择要提交的事项。' })
  @Length(1, 100, { message: '消息名称有误，请重新选择。' })
  name!: string;

  @ApiProperty({ type: Object, required: false })
  @MayBeAbsent()
  @IsObject({ message: '内容应为一组字段。' })
  variables?: object;
}

export class ReturnToStepDto {
  @ApiProperty({ description: '退回到的步骤' })
  @IsString({ message: '请选择退回到哪一步。' })
  @Length(1, 200, { message: '请选择退回到哪一步。' })
  target!: string;

  @GivenReason()
  reason!: string;
}

export class ReopenCaseDto {
  @ApiProperty({ description: '从哪一步重办' })
  @IsString({ message: '请选择从哪一步重办。' })
  @Length(1, 200, { message: '请选择从哪一步重办。' })
  target!: string;

  @GivenReason()
  reason!: string;
}

export class CancelCaseDto {
  @GivenReason()
  reason!: string;
}
