import { ApiProperty } from '@nestjs/swagger';

export class SessionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '就是发出这个请求的登录' }) isThisOne!: boolean;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;
  @ApiProperty({ format: 'date-time', description: '最近一次使用，精确到分钟' }) usedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: '登录时的网络地址' }) address!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Windows · Edge' }) agent!: string | null;
}

export class SessionListView {
  @ApiProperty({ type: [SessionView] }) items!: SessionView[];
}
