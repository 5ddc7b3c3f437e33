import { ApiProperty } from '@nestjs/swagger';
import { ElementView } from './case-detail.view.js';

export class StepChoiceView extends ElementView {
  @ApiProperty({ example: 'userTask' }) type!: string;
  @ApiProperty({ description: '所在子流程的名称，不在子流程里的为空' }) within!: string;
}

export class AdHocChoiceView extends ElementView {
  @ApiProperty({ description: '启动时写明的编号' }) key!: string;
  @ApiProperty({ type: [StepChoiceView], description: '可以启动的步骤' }) steps!: StepChoiceView[];
}

export class MemberChoiceView {
  @ApiProperty({ minimum: 1 }) number!: number;
  @ApiProperty({ enum: ['running', 'to-come'] }) state!: 'running' | 'to-come';
  @ApiProperty({ type: String, nullable: true, description: '已签收的人' }) assignee!: string | null;
}

export class LoopChoiceView extends ElementView {
  @ApiProperty({ description: '加签、减签时写明的编号' }) key!: string;
  @ApiProperty({ description: '加签要写明新增的对象' }) needsItem!: boolean;
  @ApiProperty({ type: [MemberChoiceView], description: '可以减去的成员' }) members!: MemberChoiceView[];
}

export class VariableChoiceView {
  @ApiProperty() name!: string;
  @ApiProperty({ description: '表单上的名称，没有的为变量名' }) title!: string;
  @ApiProperty({ type: Object, nullable: true, description: '表单上的字段（JSON Schema）' })
  schema!: object | null;
  @ApiProperty({ description: '现在有值；值本身不显示' }) isSet!: boolean;
  @ApiProperty({ type: [String], description: '读取它的异常步骤' }) readBy!: string[];
}

export class VersionChoiceView {
  @ApiProperty() version!: number;
  @ApiProperty({ description: '现行版本' }) inForce!: boolean;
  @ApiProperty({ format: 'date-time' }) effectiveFrom!: string;
}

/** Each list is empty for whoever may not do what asks for it. */
export class OperationChoicesView {
  @ApiProperty({ type: [StepChoiceView], description: '调整时可以开始的步骤' }) steps!: StepChoiceView[];
  @ApiProperty({ type: [StepChoiceView], description: '可以从哪些步骤重新开始' })
  restartSteps!: StepChoiceView[];
  @ApiProperty({ type: [AdHocChoiceView] }) adHocs!: AdHocChoiceView[];
  @ApiProperty({ type: [LoopChoiceView] }) loops!: LoopChoiceView[];
  @ApiProperty({ type: [VariableChoiceView], description: '可以补正的变量' })
  variables!: VariableChoiceView[];
  @ApiProperty({ type: [VersionChoiceView], description: '可以迁移到的版本，最新的在前' })
  versions!: VersionChoiceView[];
}
