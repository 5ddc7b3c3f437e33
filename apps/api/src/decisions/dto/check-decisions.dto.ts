import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

const XML_MAX = 1_000_000;

export class CheckDecisionsDto {
  @ApiProperty({ description: 'DMN 1.1–1.5 文件内容', maxLength: XML_MAX })
  @IsString({ message: '请提供决策文件内容。' })
  @Length(1, XML_MAX, { message: '决策文件应为 1–1000000 个字符。' })
  xml!: string;
}

export class CheckedDecisionView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) versionTag!: string | null;
  @ApiProperty({ type: [String], description: '要由流程给出的变量' }) reads!: string[];
}

export class DecisionsCheckView {
  @ApiProperty({ type: [CheckedDecisionView] }) decisions!: CheckedDecisionView[];
}
