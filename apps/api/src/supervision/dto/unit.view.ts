import { ApiProperty } from '@nestjs/swagger';
import { AlertView } from '../../alerts/dto/alert.view.js';
import { NoticeView } from '../../public-pages/dto/notice.view.js';

/** One unit in a supervisor's sight: what hangs there and what was told of it; its cases stand in numbers and lists. */
export class WatchedUnitView {
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: String, nullable: true, example: 'v01', description: '公开栏的村号；不是村的为空' })
  villageCode!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '上级单位' }) parentName!: string | null;
  @ApiProperty({ description: '正在公开的件数' }) hangingTotal!: number;
  @ApiProperty({ type: [NoticeView], description: '正在公开的，先到期的在前，至多 5 件' })
  hanging!: NoticeView[];
  @ApiProperty({ type: [AlertView], description: '最近告知您的预警，新的在前，至多 5 件' })
  alerts!: AlertView[];
}
