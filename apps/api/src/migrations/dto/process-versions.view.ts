import { ApiProperty } from '@nestjs/swagger';
import { VersionChoiceView } from '../../cases/dto/operation-choices.view.js';

export class VersionWithCasesView extends VersionChoiceView {
  @ApiProperty({ description: '按这个版本在办的事项数' }) running!: number;
}

export class ProcessVersionsView {
  @ApiProperty() processKey!: string;
  @ApiProperty() processName!: string;
  @ApiProperty({ type: [VersionWithCasesView], description: '最新的在前' }) versions!: VersionWithCasesView[];
}

export class ProcessVersionsListView {
  @ApiProperty({ type: [ProcessVersionsView] }) items!: ProcessVersionsView[];
}
