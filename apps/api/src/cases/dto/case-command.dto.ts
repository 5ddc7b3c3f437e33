import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Length, Matches } from 'class-validator';

const reason = { min: 1, max: 500, message: '请填写理由,不超过 500 个字。' };

export class SendMessageDto {
  @ApiProperty()
  @IsString({ message: '请选择要提交的事项。' })
  @Length(1, 100, { message: '消息名称有误,请重新选择。' })
  name!: string;

  @ApiProperty({ type: Object, required: false })
  @IsOptional()
  @IsObject({ message: '内容应为一组字段。' })
  variables?: object;
}

export class ReturnToStepDto {
  @ApiProperty({ description: '退回到的步骤' })
  @IsString({ message: '请选择退回到哪一步。' })
  @Length(1, 200, { message: '请选择退回到哪一步。' })
  target!: string;

  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString({ message: reason.message })
  @Length(reason.min, reason.max, { message: reason.message })
  @Matches(/\S/, { message: reason.message })
  reason!: string;
}

export class ReopenCaseDto {
  @ApiProperty({ description: '从哪一步重办' })
  @IsString({ message: '请选择从哪一步重办。' })
  @Length(1, 200, { message: '请选择从哪一步重办。' })
  target!: string;

  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString({ message: reason.message })
  @Length(reason.min, reason.max, { message: reason.message })
  @Matches(/\S/, { message: reason.message })
  reason!: string;
}

export class CancelCaseDto {
  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString({ message: reason.message })
  @Length(reason.min, reason.max, { message: reason.message })
  @Matches(/\S/, { message: reason.message })
  reason!: string;
}
