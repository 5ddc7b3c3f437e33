import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';
import { CaseView } from '../../cases/dto/case.view.js';
import { GivenReason } from '../../cases/dto/given-reason.js';
import { ImmovableView } from '../../cases/dto/migration.dto.js';
import { StepChoiceView } from '../../cases/dto/operation-choices.view.js';

/** Each case's journal is read for it. */
export const PLANS_MAX = 50;
export const CASES_MAX = 200;

const PROCESS = { message: '请选择流程。' };
const VERSION = { message: '请选择流程的版本。' };
const PAGE = { message: `每页条数应为 1–${PLANS_MAX} 的整数。` };
const AFTER = { message: '翻页位置有误，请回到第一页。' };
const CASES = { message: `请选择 1–${CASES_MAX} 件事项，每件一次。` };

/** From which version of a process to which. */
export class VersionsDto {
  @ApiProperty()
  @IsString(PROCESS)
  @Length(1, 100, PROCESS)
  processKey!: string;

  @ApiProperty({ minimum: 1, description: '事项现在所依的版本' })
  @IsInt(VERSION)
  @Min(1, VERSION)
  @Max(1_000_000, VERSION)
  fromVersion!: number;

  @ApiProperty({ required: false, minimum: 1, description: '目标版本；不填为现行版本' })
  @MayBeAbsent()
  @IsInt(VERSION)
  @Min(1, VERSION)
  @Max(1_000_000, VERSION)
  version?: number;

  @ApiProperty({ type: Object, required: false, description: '改了编号的步骤：原编号 → 新编号' })
  @MayBeAbsent()
  @IsObject({ message: '步骤对应应为一组编号。' })
  mapping?: object;
}

export class PlanBatchDto extends VersionsDto {
  @ApiProperty({ required: false, description: '上一页返回的 next' })
  @MayBeAbsent()
  @IsString(AFTER)
  @MaxLength(400, AFTER)
  after?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: PLANS_MAX, default: 20 })
  @MayBeAbsent()
  @IsInt(PAGE)
  @Min(1, PAGE)
  @Max(PLANS_MAX, PAGE)
  limit: number = 20;
}

export class MigrateBatchDto extends VersionsDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: CASES_MAX })
  @IsArray(CASES)
  @ArrayMinSize(1, CASES)
  @ArrayMaxSize(CASES_MAX, CASES)
  @ArrayUnique(CASES)
  @IsUUID('all', { each: true, message: '事项编号有误，请重新选择。' })
  cases!: string[];

  @ApiProperty({ enum: ['keep', 'replan'], description: '定时：保留原时刻，或按新版本重新计算' })
  @IsIn(['keep', 'replan'], { message: '请选择定时保留还是重新计算。' })
  timers!: 'keep' | 'replan';

  @GivenReason() reason!: string;
}

export class PlannedCaseView {
  @ApiProperty({ type: CaseView }) case!: CaseView;
  @ApiProperty() movable!: boolean;
  @ApiProperty({ type: [ImmovableView], description: '不能迁移的原因' }) reasons!: ImmovableView[];
}

export class PlanBatchView {
  @ApiProperty({ description: '目标版本' }) version!: number;
  @ApiProperty({ type: [PlannedCaseView] }) items!: PlannedCaseView[];
  @ApiProperty({ type: [StepChoiceView], description: '新版本的步骤，供对应' }) steps!: StepChoiceView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class MigratedCaseView {
  @ApiProperty({ format: 'uuid' }) caseId!: string;
  @ApiProperty({ type: String, nullable: true, description: '结果将在此网址' }) command!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '没有受理的原因' }) problem!: string | null;
}

export class MigrateBatchView {
  @ApiProperty({ type: [MigratedCaseView] }) items!: MigratedCaseView[];
}
