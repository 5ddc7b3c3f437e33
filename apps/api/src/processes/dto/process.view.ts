import { ApiProperty } from '@nestjs/swagger';
import { FormView } from '../../user-tasks/dto/user-task.view.js';

export class UnitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class ProcessView {
  @ApiProperty() key!: string;
  @ApiProperty() name!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ type: [UnitView], description: '我可以在哪些村（单位）发起' }) units!: UnitView[];
  @ApiProperty({ description: '只供练习和测试，不是办事的流程' }) isExercise!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '这类事项统一的名称：发起时照此填写，不写内容；没有统一名称的为空',
  })
  fixedTitle!: string | null;
  @ApiProperty({ type: FormView, nullable: true, description: '第一步的表单' }) firstForm!: FormView | null;
}

export class ProcessListView {
  @ApiProperty({ type: [ProcessView] }) items!: ProcessView[];
}

export class ProcessStepView {
  @ApiProperty() elementId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() type!: string;
}

export class ProcessStageView {
  @ApiProperty() key!: string;
  @ApiProperty({ description: '规程编了号的写编号，例：二 两委商议' }) name!: string;
}

export class ProcessDetailView extends ProcessView {
  @ApiProperty() xml!: string;
  @ApiProperty({ type: [ProcessStepView] }) steps!: ProcessStepView[];
  @ApiProperty({ type: [ProcessStageView], description: '人怎样数它的步骤，按先后' })
  stages!: ProcessStageView[];
  @ApiProperty({ type: [String], description: '待镇确认的内容' }) unconfirmed!: string[];
}
