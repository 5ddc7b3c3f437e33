import { ApiProperty } from '@nestjs/swagger';

export class PersonView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class MyPositionView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ enum: ['town', 'office', 'general-branch', 'village'] }) unitKind!: string;
  @ApiProperty({ type: PersonView, required: false, description: '代理：所代理的人' })
  delegatedFrom?: PersonView;
}

export class MeView {
  @ApiProperty({ type: PersonView }) person!: PersonView;
  @ApiProperty({ type: [MyPositionView] }) positions!: MyPositionView[];
  @ApiProperty({ description: '镇（街）的名称' }) townName!: string;
  @ApiProperty({ description: '每次提交须放在请求头 X-CSRF-Token' }) csrfToken!: string;
  @ApiProperty({ description: '可以看督办台' }) maySupervise!: boolean;
  @ApiProperty({ description: '可以看公开检查' }) mayInspect!: boolean;
  @ApiProperty({ description: '可以处置运行异常' }) mayRepair!: boolean;
  @ApiProperty({ description: '可以批量迁移在办事项' }) mayMigrate!: boolean;
  @ApiProperty({ description: '可以邀请账号、重置密码' }) mayInvite!: boolean;

  @ApiProperty({ description: '可以查看安全日志' }) mayReadSecurityLog!: boolean;

  @ApiProperty({ description: '可以查看台账' }) mayReadLedgers!: boolean;
  @ApiProperty({ description: '可以发出或者会收到流转单' }) mayUseSlips!: boolean;
  @ApiProperty({ description: '可以发函或者会收到函件' }) mayUseLetters!: boolean;
  @ApiProperty() mustChangePassword!: boolean;
  @ApiProperty({ description: '已启用动态口令' }) hasSecondFactor!: boolean;
  @ApiProperty({ description: '镇里要求启用动态口令而尚未启用：启用前不能办理' })
  mustSetSecondFactor!: boolean;
}
