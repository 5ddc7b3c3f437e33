import { ApiProperty } from '@nestjs/swagger';

export class DemoAccountView {
  @ApiProperty() login!: string;
  @ApiProperty({ description: '哪个村或科室的什么人' }) title!: string;
  @ApiProperty({ description: '登录后看到什么' }) sees!: string;
}

export class DemoAccountsView {
  @ApiProperty({ type: String, nullable: true, description: '演示环境共用的密码；其他环境为空' })
  password!: string | null;
  @ApiProperty({ type: [DemoAccountView] }) accounts!: DemoAccountView[];
}
