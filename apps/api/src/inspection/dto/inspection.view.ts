import { ApiProperty } from '@nestjs/swagger';
import { dutyStates, type DutyState } from '@wuqing/persistence';

export class DutyColumnView {
  @ApiProperty() processKey!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ description: '公开的步骤' }) elementId!: string;
  @ApiProperty({ example: '决议公开' }) title!: string;
  @ApiProperty({ enum: ['party', 'village', 'finance'] }) board!: string;
}

/** One unit by one publication: how many, and the worst of them. */
export class DutyCellView {
  @ApiProperty() processKey!: string;
  @ApiProperty() elementId!: string;
  @ApiProperty({ description: '超期未公开' }) overdue!: number;
  @ApiProperty({ description: '卡在公开前的步骤' }) stuck!: number;
  @ApiProperty({ description: '超期补公开' }) late!: number;
  @ApiProperty({ description: '待公开，未到期' }) open!: number;
  @ApiProperty({ description: '按期' }) published!: number;
  @ApiProperty({ enum: dutyStates }) state!: DutyState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) doneOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '未公开的，现在停在哪一步' })
  stepStuck!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) noticeId!: string | null;
}

export class DutyUnitView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: [DutyCellView] }) cells!: DutyCellView[];
}

export class QuietDutyUnitView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ description: '件数' }) duties!: number;
}

export class PublicationFiguresView {
  @ApiProperty({ format: 'date-time' }) asOf!: string;
  @ApiProperty() year!: number;
  @ApiProperty({ type: String, nullable: true, example: '2026-10', description: '只看这个月的；空值：全年' })
  month!: string | null;
  @ApiProperty({ description: '所查的村' }) villages!: number;
  @ApiProperty({ description: '应公开：以下各项之和' }) due!: number;
  @ApiProperty() published!: number;
  @ApiProperty() late!: number;
  @ApiProperty() overdue!: number;
  @ApiProperty() stuck!: number;
  @ApiProperty() open!: number;
  @ApiProperty({ type: [DutyColumnView], description: '有件的公开，表的列' }) columns!: DutyColumnView[];
  @ApiProperty({ type: [DutyUnitView], description: '有超期的单位，重的在前' }) rows!: DutyUnitView[];
  @ApiProperty({ type: [QuietDutyUnitView], description: '全部按期的单位' }) quiet!: QuietDutyUnitView[];
}

/** What the tabs of the page count: each by the rule of its list. */
export class ReviewCountsView {
  @ApiProperty({ type: 'integer', description: '线下看：有照片，待看' }) onsite!: number;
  @ApiProperty({ type: 'integer', description: '线上审：已公开，待审' }) online!: number;
  @ApiProperty({ type: 'integer', description: '整改：最近一次审、看有不合格' }) mend!: number;
}

export class DutyView {
  @ApiProperty({ format: 'uuid', description: '步骤编号' }) id!: string;
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty() caseNumber!: string;
  @ApiProperty() caseTitle!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ example: '决议公开' }) title!: string;
  @ApiProperty({ enum: dutyStates }) state!: DutyState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) doneOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) stepStuck!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) noticeId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '时限编号，用于催办' })
  clockId!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '最近一次线上审' })
  reviewedAt!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '最近一次线上审不合格的项数' }) failed!:
    number | null;
}

export class DutyPageView {
  @ApiProperty({ type: [DutyView] }) items!: DutyView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
