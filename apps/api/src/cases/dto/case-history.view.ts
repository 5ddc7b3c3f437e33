import { ApiProperty } from '@nestjs/swagger';
import { JSON_VALUE } from '../../openapi/json-value.js';
import { PersonView } from '../../session/dto/me.view.js';

export class DiagramView {
  @ApiProperty() xml!: string;
  @ApiProperty({ type: Object, description: '连线编号 → 经过次数' }) taken!: object;
  @ApiProperty({ type: [String] }) active!: readonly string[];
  @ApiProperty({ type: Object, description: '步骤编号 → 完成次数' }) completed!: object;
  @ApiProperty({ type: [String] }) incidents!: string[];
}

export class AuditEntryView {
  @ApiProperty() seq!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() actorId!: string;
  @ApiProperty() actorName!: string;
  @ApiProperty() action!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ type: String, nullable: true, description: '理由' }) reason!: string | null;
  @ApiProperty() hash!: string;
}

export class ChangedFileView {
  @ApiProperty({ description: '记有此文件的留痕序号' }) seq!: number;
  @ApiProperty({ format: 'uuid' }) fileId!: string;
  @ApiProperty({ enum: ['changed', 'missing'] }) state!: string;
}

export class AuditView {
  @ApiProperty({ description: '留痕链条与所记文件完整' }) verified!: boolean;
  @ApiProperty() head!: string;
  @ApiProperty({ type: Number, nullable: true, description: '第一处不符的序号' }) brokenAt!: number | null;
  @ApiProperty({ type: [ChangedFileView], description: '内容与提交时不符的文件' })
  changedFiles!: ChangedFileView[];
  @ApiProperty({ type: [AuditEntryView] }) entries!: AuditEntryView[];
}

export class TimelineFieldView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ ...JSON_VALUE, nullable: true }) value!: unknown;
}

export class TimelineItemView {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ format: 'date', description: '北京时间的日期' }) on!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true, description: '说的是哪个步骤' }) elementId!: string | null;
  @ApiProperty({ description: '超期，或者超期办结' }) isLate!: boolean;
  @ApiProperty({ type: PersonView, nullable: true }) actor!: PersonView | null;
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;
  @ApiProperty({ type: [TimelineFieldView], required: false }) fields?: TimelineFieldView[];
}

export class TimelineView {
  @ApiProperty({ type: [TimelineItemView] }) items!: TimelineItemView[];
}
