import { ApiProperty } from '@nestjs/swagger';
import { UnitView } from '../../processes/dto/process.view.js';

export class CaseUnitListView {
  @ApiProperty({ type: [UnitView], description: '镇、科室、党总支和村，按编号' }) items!: UnitView[];
}
