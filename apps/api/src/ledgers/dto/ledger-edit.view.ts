import { ApiProperty } from '@nestjs/swagger';
import { editOutcomes, rowActs, type EditOutcome, type RowAct } from '@wuqing/ledger';
import type { JsonObject } from '@wuqing/kernel';
import { LedgerRowView } from './ledger.view.js';

export class LedgerEditDecisionView {
  @ApiProperty({ enum: editOutcomes }) outcome!: EditOutcome;
  @ApiProperty({ type: String, nullable: true, description: '意见' }) sentence!: string | null;
  @ApiProperty({ description: '谁决定的' }) by!: string;
  @ApiProperty({ type: [String], description: '代谁决定' }) onBehalfOf!: string[];
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class LedgerEditView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() ledger!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '台账中的那一行；还没有的为空' })
  rowId!: string | null;
  @ApiProperty({
    type: LedgerRowView,
    nullable: true,
    description: '变更、更正、终止的那一行现在的样子',
  })
  standing!: LedgerRowView | null;
  @ApiProperty({ enum: rowActs }) act!: RowAct;
  @ApiProperty({ type: Object, description: '要写的字段中本人可以看的' }) data!: JsonObject;
  @ApiProperty({ type: [String], description: '要去掉的字段' }) cleared!: string[];
  @ApiProperty({ type: String, nullable: true, description: '要改成的状态' }) stateTitle!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) endedFrom!: string | null;
  @ApiProperty({ description: '理由' }) reason!: string;
  @ApiProperty({ description: '谁提出的' }) by!: string;
  @ApiProperty({ type: [String], description: '代谁提出' }) onBehalfOf!: string[];
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: '正在等另一人确认' }) waits!: boolean;
  @ApiProperty({ type: LedgerEditDecisionView, nullable: true, description: '无须确认的为空' })
  decision!: LedgerEditDecisionView | null;
  @ApiProperty({ description: '本人可以确认或退回' }) mayDecide!: boolean;
  @ApiProperty({ description: '本人可以撤回' }) mayWithdraw!: boolean;
}

export class LedgerEditPageView {
  @ApiProperty({ type: [LedgerEditView] }) items!: LedgerEditView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
