import { ApiProperty } from '@nestjs/swagger';

export class SetAsideView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '所在队列' }) queue!: string;
  @ApiProperty({ description: '队列名称' }) queueName!: string;
  @ApiProperty({ type: String, nullable: true, description: '在队列中的编号；涉密事项的不显示' })
  rowId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '所属事项；涉密事项的不显示' })
  caseId!: string | null;
  @ApiProperty({ type: String, nullable: true }) caseNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '原因：代码、约束名或系统的原话，不含内容' })
  reason!: string | null;
  @ApiProperty({ description: '该怎么办' }) message!: string;
  @ApiProperty({ description: '失败次数' }) failures!: number;
  @ApiProperty({ format: 'date-time' }) firstFailedAt!: string;
  @ApiProperty({ format: 'date-time' }) setAsideAt!: string;
  @ApiProperty({ description: '已要求重试，尚未开始' }) isAskedFor!: boolean;
}

export class SetAsidePageView {
  @ApiProperty({ type: [SetAsideView] }) items!: SetAsideView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ description: '共有多少条' }) total!: number;
}

export class RetryAskedView {
  @ApiProperty({ format: 'uuid', description: '要求的编号' }) id!: string;
  @ApiProperty({ format: 'uuid' }) setAsideId!: string;
}
