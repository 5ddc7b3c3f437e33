import { ApiProperty } from '@nestjs/swagger';
import { AlertView } from '../../alerts/dto/alert.view.js';
import { dutyStates, type DutyState } from '@wuqing/persistence';
import { NoticeView } from '../../public-pages/dto/notice.view.js';

/** How a unit stands with one of its publications: the worst of this year's. */
export class UnitPublicationView {
  @ApiProperty() processKey!: string;
  @ApiProperty({ description: '公开的步骤' }) elementId!: string;
  @ApiProperty({ example: '决议公开' }) title!: string;
  @ApiProperty({ enum: dutyStates }) state!: DutyState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) doneOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '未公开的，现在停在哪一步' })
  stepStuck!: string | null;
  @ApiProperty({ type: 'integer', description: '共几件' }) total!: number;
}

export class UnitSeatView {
  @ApiProperty({ example: '村委会主任' }) title!: string;
  @ApiProperty({ type: [String] }) names!: string[];
}

/** Figures of the roll; what nobody has counted is null. */
export class UnitFiguresView {
  @ApiProperty({ type: 'integer', nullable: true, description: '户' }) households!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '村民 18 周岁以上' })
  villagers18Plus!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '集体成员' }) collectiveMembers!:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '有表决权的党员' })
  partyMembersVoting!: number | null;
}

/** One unit in a supervisor's sight: what hangs there and what was told of it; its cases stand in numbers and lists. */
export class WatchedUnitView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: String, nullable: true, example: 'v01', description: '公开栏的村号；不是村的为空' })
  villageCode!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '上级单位' }) parentName!: string | null;
  @ApiProperty({ description: '正在公开的件数' }) hangingTotal!: number;
  @ApiProperty({ type: [NoticeView], description: '正在公开的，先到期的在前，至多 5 件' })
  hanging!: NoticeView[];
  @ApiProperty({ type: [AlertView], description: '最近告知您的预警，新的在前，至多 5 件' })
  alerts!: AlertView[];
  @ApiProperty({ type: UnitFiguresView }) figures!: UnitFiguresView;
  @ApiProperty({ type: [UnitSeatView], description: '班子和村监会，按职务' }) seats!: UnitSeatView[];
  @ApiProperty({
    type: [UnitPublicationView],
    nullable: true,
    description: '本年应公开的，按事项；您不负责公开检查的为空',
  })
  publications!: UnitPublicationView[] | null;
  @ApiProperty({ type: 'integer', description: '没有销号的督办单，至多数到 100' }) openOrders!: number;
}
