import { ApiProperty } from '@nestjs/swagger';

export class PowerStepView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true, description: '期限等说明' }) note!: string | null;
}

export class PowerView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: '谁行使' }) holder!: string;
  @ApiProperty({ description: '谁监督' }) supervisor!: string;
  @ApiProperty({ type: [String], description: '依据' }) basis!: string[];
  @ApiProperty({ type: [String], description: '要带的材料；清单以外的不得要' }) materials!: string[];
  @ApiProperty({ type: [PowerStepView], description: '流程图的各步' }) steps!: PowerStepView[];
  @ApiProperty({ type: String, nullable: true, description: '办理它的流程；没有线上流程的为空' })
  process!: string | null;
  @ApiProperty({ description: '待镇确认' }) unconfirmed!: boolean;
}

export class PowerGroupView {
  @ApiProperty() title!: string;
  @ApiProperty({ type: [PowerView] }) powers!: PowerView[];
}

export class PowerListView {
  @ApiProperty({ type: [PowerGroupView] }) groups!: PowerGroupView[];
}
