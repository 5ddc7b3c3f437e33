import { ApiProperty } from '@nestjs/swagger';
import { circleGrounds, type CircleGround } from '@wuqing/access';

export class CircleEntryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['knowing', 'barred'] }) side!: 'knowing' | 'barred';
  @ApiProperty({ enum: ['enter', 'leave'] }) act!: 'enter' | 'leave';
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty() personName!: string;
  @ApiProperty({ enum: Object.keys(circleGrounds) }) ground!: CircleGround;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: String, nullable: true, description: '谁登记的；流程自己登记的为空' }) by!:
    string | null;
  @ApiProperty({ format: 'date-time', description: '事项自己的时间' }) at!: string;
  @ApiProperty({ description: '现在仍然有效' }) stands!: boolean;
}

export class CircleLookView {
  @ApiProperty() personName!: string;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ format: 'date-time', description: '当日第一次' }) at!: string;
}

export class CircleView {
  @ApiProperty({ type: [CircleEntryView], description: '先登记的在前' }) entries!: CircleEntryView[];
  @ApiProperty({ type: [CircleLookView], description: '只记限定名单的事项，后看的在前，至多 500 条' })
  looks!: CircleLookView[];
}
