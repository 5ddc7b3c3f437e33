import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class ShowCodeDto {
  @ApiProperty({ description: '手机上此刻显示的 6 位数字', minLength: 6, maxLength: 20 })
  @IsString({ message: '请填写动态口令。' })
  @Length(6, 20, { message: '动态口令应为 6 位数字。' })
  code!: string;
}

export class SecondFactorView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '启用时间；空为未启用' })
  since!: string | null;
  @ApiProperty({ description: '镇里要求本人的岗位使用' }) isAsked!: boolean;
  @ApiProperty({ description: '还没用过的恢复码' }) recoveryCodesLeft!: number;
}

export class EnrolmentView {
  @ApiProperty({ description: '只显示这一次；手工输入时用' }) secret!: string;
  @ApiProperty({ description: '二维码的内容' }) uri!: string;
}

export class RecoveryCodesView {
  @ApiProperty({ type: [String], description: '只显示这一次，每个只能用一次' }) codes!: string[];
}
