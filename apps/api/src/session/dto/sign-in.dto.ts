import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

export class SignInDto {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString({ message: '请填写账号。' })
  @Length(1, 100, { message: '账号应为 1–100 个字符。' })
  login!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString({ message: '请填写密码。' })
  @Length(1, 200, { message: '密码应为 1–200 个字符。' })
  password!: string;

  @ApiProperty({ required: false, minLength: 6, maxLength: 40, description: '动态口令或恢复码；启用了才要' })
  @MayBeAbsent()
  @IsString({ message: '请填写动态口令。' })
  @Length(6, 40, { message: '请填写 6 位动态口令，或一个恢复码。' })
  code?: string;
}
