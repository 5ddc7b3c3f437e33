import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

export class AccountFilterDto extends PageDto {
  @ApiProperty({ required: false, description: '账号或姓名的一部分' })
  @MayBeAbsent()
  @IsString({ message: '搜索内容应为文字。' })
  @MaxLength(100, { message: '搜索内容不超过 100 个字。' })
  q?: string;
}

export class RedeemInvitationDto {
  @ApiProperty()
  @IsString({ message: '请填写账号。' })
  @Length(1, 100, { message: '账号应为 1–100 个字符。' })
  login!: string;

  @ApiProperty({ description: '管理员当面交给本人的邀请码' })
  @IsString({ message: '请填写邀请码。' })
  @Length(1, 100, { message: '邀请码应为 1–100 个字符。' })
  code!: string;

  @ApiProperty({ description: '本人自己设的密码' })
  @IsString({ message: '请填写新密码。' })
  @Length(10, 200, { message: '新密码应为 10–200 个字符。' })
  password!: string;
}

export class AccountView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() login!: string;
  @ApiProperty() personName!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({
    enum: ['active', 'invited', 'closed'],
    description: 'active 已设密码 · invited 已发邀请码 · closed 尚不能登录',
  })
  state!: string;
}

export class AccountPageView {
  @ApiProperty({ type: [AccountView] }) items!: AccountView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class InvitationView {
  @ApiProperty() login!: string;
  @ApiProperty({ description: '只显示这一次，只能用一次' }) code!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
}
