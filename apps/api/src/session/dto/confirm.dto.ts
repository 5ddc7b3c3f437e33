import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ConfirmDto {
  @ApiProperty({
    minLength: 1,
    maxLength: 200,
    description: '密码；启用了动态口令的，为动态口令或恢复码',
  })
  @IsString({ message: '请填写密码或动态口令。' })
  @Length(1, 200, { message: '密码或动态口令应为 1–200 个字符。' })
  secret!: string;
}
