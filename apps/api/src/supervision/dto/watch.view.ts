import { ApiProperty } from '@nestjs/swagger';
import { CaseView } from '../../cases/dto/case.view.js';
import { ClockBadgeView } from '../../deadlines/clock-badge.view.js';

export class WatchCellView {
  @ApiProperty() processKey!: string;
  @ApiProperty({ description: '在办件数' }) open!: number;
  @ApiProperty({ description: '红：超期未办结' }) red!: number;
  @ApiProperty({ description: '黄：将到期，不含红的' }) yellow!: number;
}

export class WatchRowView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: [WatchCellView], description: '有件的流程' }) cells!: WatchCellView[];
}

export class QuietUnitView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() open!: number;
}

export class WatchedProcessView {
  @ApiProperty() key!: string;
  @ApiProperty() name!: string;
}

export class WatchFiguresView {
  @ApiProperty({ format: 'date-time' }) asOf!: string;
  @ApiProperty({ description: '办结按这一年算' }) year!: number;
  @ApiProperty({ description: '所管的村' }) villages!: number;
  @ApiProperty({ description: '在办' }) open!: number;
  @ApiProperty({ description: '本月新增' }) beganThisMonth!: number;
  @ApiProperty({ description: '本月办结' }) endedThisMonth!: number;
  @ApiProperty({ description: '红：超期未办结' }) red!: number;
  @ApiProperty({ description: '红的里面，督办已到第 2 级以上的' }) redHigh!: number;
  @ApiProperty({ description: '黄：将到期' }) yellow!: number;
  @ApiProperty({ description: '黄的里面，到明天为止到期的' }) yellowNext!: number;
  @ApiProperty({ description: '本年办结' }) ended!: number;
  @ApiProperty({ description: '本年超期办结' }) endedLate!: number;
  @ApiProperty({ type: Number, nullable: true, description: '按期率，百分数，一位小数；没有办结的为空' })
  onTimeRate!: number | null;
  @ApiProperty({ type: [WatchedProcessView], description: '有件的流程，表的列' })
  processes!: WatchedProcessView[];
  @ApiProperty({ type: [WatchRowView], description: '有红黄件的单位，红多的在前' }) rows!: WatchRowView[];
  @ApiProperty({ type: [QuietUnitView], description: '有件而没有红黄件的单位' }) quiet!: QuietUnitView[];
  @ApiProperty({ type: [WatchCellView], description: '合计，按流程' }) totals!: WatchCellView[];
}

export class RungView {
  @ApiProperty({ description: '第几级；0 为到期告知' }) rung!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ example: '党总支书记、村监会主任' }) who!: string;
}

export class OrderOfCaseView {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty({ example: '清督〔2026〕16 号' }) number!: string;
  @ApiProperty({ type: String, nullable: true, description: '正在办理的步骤；已销号的为空' })
  step!: string | null;
}

export class WatchedCaseView {
  @ApiProperty({ type: ClockBadgeView, description: '使这件变红或变黄的时限' }) clock!: ClockBadgeView;
  @ApiProperty({ enum: ['red', 'yellow'] }) color!: 'red' | 'yellow';
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() processKey!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ format: 'uuid' }) taskId!: string;
  @ApiProperty() taskName!: string;
  @ApiProperty({ type: [String], description: '承办人；没有签收的，是可以办理的人' }) holders!: string[];
  @ApiProperty({ description: '已到第几级；没有超期的为 0' }) rungsReached!: number;
  @ApiProperty({ description: '一共几级' }) rungs!: number;
  @ApiProperty({ type: RungView, nullable: true, description: '最近一次告知' }) lastRung!: RungView | null;
  @ApiProperty({ type: RungView, nullable: true, description: '下一次告知' }) nextRung!: RungView | null;
  @ApiProperty({ type: OrderOfCaseView, nullable: true, description: '由这件下发的督办单' })
  order!: OrderOfCaseView | null;
  @ApiProperty({ description: '这一步催办过几次' }) urges!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUrgedAt!: string | null;
  @ApiProperty() mayUrge!: boolean;
  @ApiProperty() mayIssueOrder!: boolean;
}

export class WatchedCasePageView {
  @ApiProperty({ type: [WatchedCaseView] }) items!: WatchedCaseView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class EndedCaseView extends CaseView {
  @ApiProperty({ description: '超期办结' }) late!: boolean;
}

export class EndedCasePageView {
  @ApiProperty({ type: [EndedCaseView] }) items!: EndedCaseView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
