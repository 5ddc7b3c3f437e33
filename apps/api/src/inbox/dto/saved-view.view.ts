import { ApiProperty } from '@nestjs/swagger';

export class SavedViewView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '全镇共享' }) shared!: boolean;
  @ApiProperty({ description: '我建的，可以改和删' }) mine!: boolean;
  @ApiProperty({ description: '谁建的' }) ownerName!: string;
  @ApiProperty({ description: '列表网址中 ? 后面的部分' }) query!: string;
}

export class SavedViewListView {
  @ApiProperty({ type: [SavedViewView] }) items!: SavedViewView[];
}
