import { ApiProperty } from '@nestjs/swagger';

export class ReceiverView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '姓名的拼音首字母', example: 'ccr' }) initials!: string;
  @ApiProperty({ description: '所在单位' }) unitName!: string;
  @ApiProperty({ type: [String], format: 'uuid', description: '所问的待办中可以转给他的' })
  taskIds!: string[];
}

export class ReceiverListView {
  @ApiProperty({ type: [ReceiverView], description: '能接最多件的在前' }) items!: ReceiverView[];
}
