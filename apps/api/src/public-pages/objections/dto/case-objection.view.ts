import { ApiProperty } from '@nestjs/swagger';

export class ObjectionPhotoView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() width!: number;
  @ApiProperty() height!: number;
  @ApiProperty({ description: '打开照片的地址' }) url!: string;
  @ApiProperty({ description: '小图的地址' }) thumbnailUrl!: string;
}

export class CaseObjectionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) noticeId!: string;
  @ApiProperty({ description: '程序、内容、公开或其他' }) ground!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: [ObjectionPhotoView] }) photos!: ObjectionPhotoView[];
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty({
    enum: ['buffered', 'carried', 'correlated', 'expired'],
    description: 'buffered、carried 正在送达 · correlated 已送达 · expired 没有送到',
  })
  state!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '答复它的待办' })
  taskId!: string | null;
  @ApiProperty({ description: '那一步已经办结，答复可以看' }) isAnswered!: boolean;
  @ApiProperty({ description: '异议人是否留了姓名或电话；村干部看不到是否留了，总是 false' })
  isNamed!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '只有村务监督委员会和镇看得到' })
  objector!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '只有村务监督委员会和镇看得到' })
  telephone!: string | null;
}

export class CaseObjectionsView {
  @ApiProperty({ type: [CaseObjectionView] }) items!: CaseObjectionView[];
}
