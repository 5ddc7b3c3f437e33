import { ApiProperty } from '@nestjs/swagger';

export class SlipUnitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class SlipKindView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: '做什么用' }) note!: string;
  @ApiProperty({ type: [SlipUnitView], description: '本人可以以哪些单位的名义发出' }) from!: SlipUnitView[];
  @ApiProperty({ type: [SlipUnitView], description: '可以移送给哪些科室' }) to!: SlipUnitView[];
  @ApiProperty({ description: '接收科室签收的最后一天，今天发出的话', format: 'date' })
  receiptDueOn!: string;
}

export class SlipKindListView {
  @ApiProperty({ type: [SlipKindView], description: '本人可以发出的' }) items!: SlipKindView[];
}

export class SlipReceiptView {
  @ApiProperty({ description: '谁签收的' }) by!: string;
  @ApiProperty({ type: [String], description: '代谁签收' }) onBehalfOf!: string[];
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class SlipView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '编号，例如「清移〔2026〕3 号」' }) number!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() kindTitle!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ description: '发出单位' }) fromUnit!: string;
  @ApiProperty({ description: '接收科室' }) toUnit!: string;
  @ApiProperty({ description: '谁发出的' }) sentBy!: string;
  @ApiProperty({ type: [String], description: '代谁发出' }) onBehalfOf!: string[];
  @ApiProperty({ format: 'date-time' }) sentAt!: string;
  @ApiProperty({ format: 'date', description: '应签收的最后一天' }) receiptDueOn!: string;
  @ApiProperty({ description: '过了最后一天才签收，或者还没有签收' }) isLate!: boolean;
  @ApiProperty({ type: SlipReceiptView, nullable: true, description: '还没有签收的为空' })
  receipt!: SlipReceiptView | null;
  @ApiProperty({ description: '本人可以签收' }) mayReceive!: boolean;
  @ApiProperty({ description: '本人可以拆看密封的内容' }) mayOpen!: boolean;
}

export class SlipPageView {
  @ApiProperty({ type: [SlipView] }) items!: SlipView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class SlipContentView {
  @ApiProperty({ description: '密封的内容；每次拆看都有登记' }) content!: string;
}

export class SlipLookView {
  @ApiProperty() personName!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class SlipLookListView {
  @ApiProperty({ type: [SlipLookView], description: '谁拆看过，最近的在前，至多二百条' })
  items!: SlipLookView[];
}
