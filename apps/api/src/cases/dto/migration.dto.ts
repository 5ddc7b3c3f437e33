import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { GivenReason } from './given-reason.js';

const versionMessage = { message: '请选择流程的版本。' };

export class MigrationPlanDto {
  @ApiProperty({ required: false, minimum: 1, description: '目标版本;不填为现行版本' })
  @IsOptional()
  @IsInt(versionMessage)
  @Min(1, versionMessage)
  @Max(1_000_000, versionMessage)
  version?: number;

  @ApiProperty({ type: Object, required: false, description: '改了编号的步骤:原编号 → 新编号' })
  @IsOptional()
  @IsObject({ message: '步骤对应应为一组编号。' })
  mapping?: object;
}

export class MigrateCaseDto extends MigrationPlanDto {
  @ApiProperty({ enum: ['keep', 'replan'], description: '定时:保留原时刻,或按新版本重新计算' })
  @IsIn(['keep', 'replan'], { message: '请选择定时保留还是重新计算。' })
  timers!: 'keep' | 'replan';

  @GivenReason() reason!: string;
}

export class ImmovableView {
  @ApiProperty() elementId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() reason!: string;
}

export class MigrationPlanView {
  @ApiProperty({ description: '目标版本' }) version!: number;
  @ApiProperty() movable!: boolean;
  @ApiProperty({ type: [ImmovableView], description: '不能迁移的原因' }) reasons!: ImmovableView[];
}
