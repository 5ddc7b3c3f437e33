import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { PageDto } from '../../http/page.js';

const LOGIN = /^[a-z0-9][a-z0-9._-]{0,99}$/;

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
    enum: ['active', 'invited', 'closed', 'disabled'],
    description: 'active 已设密码 · invited 已发邀请码 · closed 尚不能登录 · disabled 已停用',
  })
  state!: string;
  @ApiProperty({ description: '已启用动态口令' }) hasSecondFactor!: boolean;
}

export class CreateAccountDto {
  @ApiProperty({ description: '小写字母、数字、点、横线、下划线', pattern: LOGIN.source })
  @IsString({ message: '请填写账号。' })
  @Matches(LOGIN, { message: '账号应为 1–100 个小写字母、数字、点、横线或下划线，以字母或数字开头。' })
  login!: string;

  @ApiProperty({ format: 'uuid', description: '机构人员里还没有账号的人' })
  @IsUUID(undefined, { message: '请选择人员。' })
  personId!: string;
}

export class CandidateFilterDto {
  @ApiProperty({ required: false, description: '姓名的一部分' })
  @MayBeAbsent()
  @IsString({ message: '搜索内容应为文字。' })
  @MaxLength(100, { message: '搜索内容不超过 100 个字。' })
  q?: string;
}

export class CandidateView {
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() unitName!: string;
}

export class CandidateListView {
  @ApiProperty({ type: [CandidateView], description: '至多 50 人' }) items!: CandidateView[];
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
