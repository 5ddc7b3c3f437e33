import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, IsUUID, Length } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

const NAME = { message: '请填写信号名称，不超过 100 个字。' };

export class BroadcastSignalDto {
  @ApiProperty({ maxLength: 100 })
  @IsString(NAME)
  @Length(1, 100, NAME)
  name!: string;

  @ApiProperty({ format: 'uuid', description: '以哪个单位的名义发布' })
  @IsUUID('all', { message: '请选择单位。' })
  unitId!: string;

  @ApiProperty({ type: Object, required: false })
  @MayBeAbsent()
  @IsObject({ message: '内容应为一组字段。' })
  variables?: object;
}

export class SignalView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}
