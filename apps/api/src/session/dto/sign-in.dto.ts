import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class SignInDto {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString({ message: '请填写账号。' })
  @Length(1, 100, { message: '账号应为 1–100 个字符。' })
  login!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString({ message: '请填写密码。' })
  @Length(1, 200, { message: '密码应为 1–200 个字符。' })
  password!: string;
}
