import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

const XML_MAX = 1_000_000;

export class CheckProcessDto {
  @ApiProperty({ description: 'BPMN 2.0 文件内容', maxLength: XML_MAX })
  @IsString({ message: '请提供流程文件内容。' })
  @Length(1, XML_MAX, { message: '流程文件应为 1–1000000 个字符。' })
  xml!: string;
}

export class ProcessWarningView {
  @ApiProperty() rule!: string;
  @ApiProperty() message!: string;
  @ApiProperty({ type: String, nullable: true }) elementId!: string | null;
}

export class ProcessCheckView {
  @ApiProperty() key!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [ProcessWarningView] }) warnings!: ProcessWarningView[];
}
