import { ApiProperty } from '@nestjs/swagger';

export class BarView {
  @ApiProperty({ description: '规则的标识' }) id!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true, description: '依据或说明' }) basis!: string | null;
  @ApiProperty({
    enum: ['met', 'open', 'barred'],
    description: 'met 已满足，open 还没填，barred 不满足，提交会被退回',
  })
  state!: 'met' | 'open' | 'barred';
  @ApiProperty({ type: String, nullable: true, description: '不满足时的说明' }) message!: string | null;
}

export class NextStepView {
  @ApiProperty() elementId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String], description: '由谁办理' }) who!: string[];
  @ApiProperty({ type: String, nullable: true, description: '办理时限，例：5 个工作日' })
  term!: string | null;
}

export class PaperFieldView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: Object, description: '字段的 JSON Schema' }) schema!: object;
  @ApiProperty({ description: '按知情范围显示的值' }) value!: unknown;
}

export class EarlierPaperView {
  @ApiProperty() elementId!: string;
  @ApiProperty({ description: '步骤名称' }) step!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: String, nullable: true }) by!: string | null;
  @ApiProperty({ type: [PaperFieldView] }) fields!: PaperFieldView[];
}
