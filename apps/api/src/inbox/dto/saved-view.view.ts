import { ApiProperty } from '@nestjs/swagger';

export class SavedViewView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '全镇共享' }) shared!: boolean;
  @ApiProperty({ description: '我建的，可以改和删' }) mine!: boolean;
  @ApiProperty({ description: '谁建的' }) ownerName!: string;
  @ApiProperty({ description: '列表网址中 ? 后面的部分' }) query!: string;
}

export class CountedViewView extends SavedViewView {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '几件；按村、按搜索词和已办的不计数，为空',
  })
  count!: number | null;
}

export class SavedViewListView {
  @ApiProperty({ type: [CountedViewView] }) items!: CountedViewView[];
}
