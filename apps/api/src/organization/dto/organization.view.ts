import { ApiProperty } from '@nestjs/swagger';

export class UnitNodeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) parentId!: string | null;
  @ApiProperty({ enum: ['town', 'office', 'general-branch', 'village'] }) kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '今天在任的人数' }) seated!: number;
  @ApiProperty({ description: '任职检查发现的问题；不是村的为 0' }) faults!: number;
}

export class UnitTreeView {
  @ApiProperty({ type: [UnitNodeView], description: '上级在前' }) items!: UnitNodeView[];
}

export class SeatView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() key!: string;
  @ApiProperty({ description: '岗位' }) title!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() personName!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to!: string | null;
  @ApiProperty({ description: '这一天还没有到任' }) isToCome!: boolean;
}

export class SubstituteView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) fromPersonId!: string;
  @ApiProperty() fromPersonName!: string;
  @ApiProperty({ format: 'uuid' }) toPersonId!: string;
  @ApiProperty() toPersonName!: string;
  @ApiProperty({ description: 'all 或者岗位' }) scope!: string;
  @ApiProperty({ description: '岗位名称' }) title!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
}

export class KinView {
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() personName!: string;
  @ApiProperty({ format: 'uuid' }) otherId!: string;
  @ApiProperty() otherName!: string;
  @ApiProperty() relation!: string;
  @ApiProperty({ description: '关系的名称' }) title!: string;
}

export class SeatCheckView {
  @ApiProperty() rule!: string;
  @ApiProperty() isKept!: boolean;
  @ApiProperty() sentence!: string;
  @ApiProperty({ description: '法律条文或者依据' }) source!: string;
}

export class PositionChoiceView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
}

export class UnitPeopleView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ format: 'date', description: '所问的日期' }) on!: string;
  @ApiProperty({ type: [PositionChoiceView], description: '这类单位的岗位' })
  positions!: PositionChoiceView[];
  @ApiProperty({ type: [SeatView], description: '这一天在任和将任的' }) seats!: SeatView[];
  @ApiProperty({ type: [SubstituteView], description: '这一天和以后的代理' }) substitutes!: SubstituteView[];
  @ApiProperty({ type: [KinView], description: '在任的人声明的亲属关系' }) kinship!: KinView[];
  @ApiProperty({ type: [SeatCheckView], description: '任职检查；不是村的没有' }) checks!: SeatCheckView[];
}

export class PersonFoundView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() gender!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) birthDate!: string | null;
}

export class PersonsFoundView {
  @ApiProperty({ type: [PersonFoundView], description: '至多 50 人' }) items!: PersonFoundView[];
}

export class OrganizationChangeView {
  @ApiProperty() id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: '由谁改动' }) actorName!: string;
  @ApiProperty({ description: '改动了什么，一句话' }) sentence!: string;
  @ApiProperty({ description: '依据' }) reason!: string;
}

export class OrganizationChangesView {
  @ApiProperty({ type: [OrganizationChangeView], description: '最近的在前' })
  items!: OrganizationChangeView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
