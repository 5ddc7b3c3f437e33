import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ChangePasswordDto {
  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString({ message: '请填写原密码。' })
  @Length(1, 200, { message: '原密码应为 1–200 个字符。' })
  current!: string;

  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString({ message: '请填写新密码。' })
  @Length(10, 200, { message: '新密码应为 10–200 个字符。' })
  next!: string;
}
