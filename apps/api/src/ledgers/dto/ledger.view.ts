import { ApiProperty } from '@nestjs/swagger';
import { rowActs, type RowAct } from '@wuqing/ledger';
import type { JsonObject } from '@wuqing/kernel';

export class LedgerStateView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: '是否终止后的状态' }) ends!: boolean;
}

export class LedgerUnitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class LedgerKindView {
  @ApiProperty() key!: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) version!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true, description: '依据' }) basis!: string | null;
  @ApiProperty({ description: '待镇确认' }) unconfirmed!: boolean;
  @ApiProperty({ enum: ['village', 'town'] }) unitKind!: 'village' | 'town';
  @ApiProperty({ type: Object, description: '字段，同表单的 schema' }) schema!: JsonObject;
  @ApiProperty({ type: Object, description: '字段的次序等，同表单的 ui' }) ui!: JsonObject;
  @ApiProperty({ type: [LedgerStateView] }) states!: LedgerStateView[];
  @ApiProperty({ type: [String], description: '组成编号的字段' }) keyFields!: string[];
  @ApiProperty({ description: '每次查看都登记' }) looks!: boolean;
  @ApiProperty({ description: '本人是否可以看谁查看过' }) mayReadLooks!: boolean;
  @ApiProperty({ description: '手工登记须由另一人确认' }) secondPerson!: boolean;
  @ApiProperty({ type: [LedgerUnitView], description: '本人可以为哪些单位手工登记' })
  writableUnits!: LedgerUnitView[];
  @ApiProperty({ description: '本人是否可以看手工登记的申请' }) mayReadEdits!: boolean;
}

export class LedgerListView {
  @ApiProperty({ type: [LedgerKindView] }) items!: LedgerKindView[];
}

export class LedgerRowView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() ledger!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) version!: number;
  @ApiProperty() state!: string;
  @ApiProperty() stateTitle!: string;
  @ApiProperty({ description: '今天是否有效' }) inForce!: boolean;
  @ApiProperty({ type: Object, description: '本人可以看的字段' }) data!: JsonObject;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '自这一天起不再有效' })
  endedFrom!: string | null;
  @ApiProperty({ format: 'date-time', description: '登记时间' }) recordedAt!: string;
  @ApiProperty({ format: 'date-time', description: '这一版的时间' }) changedAt!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '至少保管到；空为永久' })
  keptUntil!: string | null;
}

export class LedgerRowPageView {
  @ApiProperty({ type: [LedgerRowView] }) items!: LedgerRowView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class LedgerCaseView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
}

export class LedgerVersionView {
  @ApiProperty({ type: 'integer', minimum: 1 }) version!: number;
  @ApiProperty({ enum: rowActs }) act!: RowAct;
  @ApiProperty() state!: string;
  @ApiProperty() stateTitle!: string;
  @ApiProperty({ type: Object, description: '本人可以看的字段' }) data!: JsonObject;
  @ApiProperty({ type: String, format: 'date', nullable: true }) endedFrom!: string | null;
  @ApiProperty({ description: '理由' }) reason!: string;
  @ApiProperty({ description: '谁写的；系统写的为「系统」' }) actorName!: string;
  @ApiProperty({ type: String, nullable: true, description: '谁确认的' }) confirmedByName!: string | null;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({
    type: LedgerCaseView,
    nullable: true,
    description: '出自哪个事项；不可知或者手工登记的为空',
  })
  case!: LedgerCaseView | null;
  @ApiProperty({ description: '本版的摘要' }) hash!: string;
}

export class LedgerRowDetailView {
  @ApiProperty({ type: LedgerRowView }) row!: LedgerRowView;
  @ApiProperty({ type: [LedgerVersionView], description: '各版，最早的在前' }) versions!: LedgerVersionView[];
  @ApiProperty({ description: '各版首尾相接、没有被改动' }) intact!: boolean;
  @ApiProperty({ description: '本人可以手工变更、更正、终止这一行' }) mayEdit!: boolean;
}

export class LedgerLookView {
  @ApiProperty({ format: 'uuid' }) rowId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() personName!: string;
  @ApiProperty({ enum: ['row', 'list', 'export'] }) how!: 'row' | 'list' | 'export';
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class LedgerLookPageView {
  @ApiProperty({ type: [LedgerLookView] }) items!: LedgerLookView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
