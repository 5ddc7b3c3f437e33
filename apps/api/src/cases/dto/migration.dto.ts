import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { ElementView } from './case-detail.view.js';
import { GivenReason } from './given-reason.js';
import { StepChoiceView } from './operation-choices.view.js';

const versionMessage = { message: '请选择流程的版本。' };

export class MigrationPlanDto {
  @ApiProperty({ required: false, minimum: 1, description: '目标版本；不填为现行版本' })
  @MayBeAbsent()
  @IsInt(versionMessage)
  @Min(1, versionMessage)
  @Max(1_000_000, versionMessage)
  version?: number;

  @ApiProperty({ type: Object, required: false, description: '改了编号的步骤：原编号 → 新编号' })
  @MayBeAbsent()
  @IsObject({ message: '步骤对应应为一组编号。' })
  mapping?: object;
}

export class MigrateCaseDto extends MigrationPlanDto {
  @ApiProperty({ enum: ['keep', 'replan'], description: '定时：保留原时刻，或按新版本重新计算' })
  @IsIn(['keep', 'replan'], { message: '请选择定时保留还是重新计算。' })
  timers!: 'keep' | 'replan';

  @GivenReason() reason!: string;
}

export class ImmovableView extends ElementView {
  @ApiProperty() reason!: string;
}

/** Where a running step goes on; in a version that has no such step it is left (a sub-process alone) or cannot move. */
export class MoveView extends ElementView {
  @ApiProperty({ type: ElementView, nullable: true, description: '新版本中的步骤' }) to!: ElementView | null;
}

export class MigrationPlanView {
  @ApiProperty({ description: '目标版本' }) version!: number;
  @ApiProperty() movable!: boolean;
  @ApiProperty({ type: [ImmovableView], description: '不能迁移的原因' }) reasons!: ImmovableView[];
  @ApiProperty({ type: [MoveView], description: '正在进行的步骤去往哪里' }) moves!: MoveView[];
  @ApiProperty({ type: [StepChoiceView], description: '新版本的步骤，供对应' }) steps!: StepChoiceView[];
}
