import { ApiProperty } from '@nestjs/swagger';
import { GivenReason } from '../../cases/dto/given-reason.js';

export class AskWorkflowCheckDto {
  @GivenReason()
  reason!: string;
}

export class WorkflowCheckAskedView {
  @ApiProperty({ enum: ['asked'] }) status!: string;
}

export class BroughtForwardView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '涉密事项的不显示' })
  caseId!: string | null;
  @ApiProperty({ type: String, nullable: true }) caseNumber!: string | null;
  @ApiProperty({
    enum: ['missing', 'ahead', 'behind', 'different', 'unknown'],
    description:
      'missing 流程实例不在 · ahead 流程实例多于记录，多出的部分已不在 · behind 少于记录 · different 与记录不同 · unknown 没有对应事项的流程实例已终止',
  })
  found!: string;
  @ApiProperty({ description: '说明' }) message!: string;
  @ApiProperty({ type: Number, nullable: true, description: '流程实例所知的记录数' })
  workflowPosition!: number | null;
  @ApiProperty({ description: '办理记录的条数' }) journalPosition!: number;
  @ApiProperty({ format: 'date-time' }) foundAt!: string;
}

export class RestorationView {
  @ApiProperty({ format: 'date-time', description: '备份的时刻' }) takenAt!: string;
  @ApiProperty({ format: 'date-time', description: '恢复的时刻' }) restoredAt!: string;
  @ApiProperty({ description: '说明' }) message!: string;
  @ApiProperty({ type: [String], description: '已知在备份之后办理、现已不在的内容' })
  lost!: readonly string[];
}

export class WorkflowCheckPageView {
  @ApiProperty({ type: [BroughtForwardView] }) items!: BroughtForwardView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @ApiProperty({ description: '尚待核对的事项数' }) open!: number;
  @ApiProperty({ type: [RestorationView], description: '从备份恢复的经过' }) restorations!: RestorationView[];
}
