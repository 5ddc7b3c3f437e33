import { ApiProperty } from '@nestjs/swagger';

export class RollPersonView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '职务，顿号分隔' }) title!: string;
  @ApiProperty({ description: '有表决权' }) mayVote!: boolean;
  @ApiProperty({ description: '应当回避' }) mustRecuse!: boolean;
  @ApiProperty({ description: '妇女代表人数由此算出' }) isWoman!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '应当回避的原因' })
  recuseReason!: string | null;
}

export class MeetingFigureView {
  @ApiProperty({ description: '至少人数' }) needed!: number;
  @ApiProperty({ description: '例：应到 8 人的二分之一以上' }) text!: string;
  @ApiProperty({ description: '依据' }) citation!: string;
  @ApiProperty({ description: '待镇确认' }) unconfirmed!: boolean;
}

export class MeetingRollView {
  @ApiProperty({ description: '名册列有全体成员；否则只列应当回避的人' }) complete!: boolean;
  @ApiProperty({ description: '会议机构的键' }) body!: string;
  @ApiProperty() bodyName!: string;
  @ApiProperty({ format: 'date', description: '名册所依据的日期' }) on!: string;
  @ApiProperty({ description: '应当无记名投票' }) secret!: boolean;
  @ApiProperty({ description: '按三分之二到会' }) stricter!: boolean;
  @ApiProperty({ description: '按妇女代表比例' }) countsWomen!: boolean;
  @ApiProperty({ type: MeetingFigureView, nullable: true }) quorum!: MeetingFigureView | null;
  @ApiProperty({ type: MeetingFigureView, nullable: true }) women!: MeetingFigureView | null;
  @ApiProperty({ type: MeetingFigureView, nullable: true, description: '以全体为基数时已知' })
  majority!: MeetingFigureView | null;
  @ApiProperty({ type: [RollPersonView] }) persons!: RollPersonView[];
}
