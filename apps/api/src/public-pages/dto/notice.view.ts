import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

/** Columns of a village's board, with their names. */
export const boards = { party: '党务', village: '村务', finance: '财务' } as const;
export type BoardKey = keyof typeof boards;
const BOARD_KEYS = Object.keys(boards) as BoardKey[];
const MONTH = { message: '月份应为“年-月”，如 2026-11。' };

export class BoardFilterDto {
  @ApiProperty({ required: false, enum: BOARD_KEYS, description: '公开栏目；缺省为全部' })
  @MayBeAbsent()
  @IsIn(BOARD_KEYS, { message: '公开栏目有误，请从党务、村务、财务中选择。' })
  board?: BoardKey;

  @ApiProperty({ required: false, description: '公开的月份，如 2026-11；缺省为全部' })
  @MayBeAbsent()
  @IsString(MONTH)
  @Matches(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, MONTH)
  month?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: 10_000, default: 1 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '页码应为正整数。' })
  @Min(1, { message: '页码应为正整数。' })
  @Max(10_000, { message: '页码过大。' })
  page: number = 1;
}

export class NoticeFilterDto extends BoardFilterDto {
  @ApiProperty({ required: false, description: '村编号' })
  @MayBeAbsent()
  @IsString({ message: '村编号有误，请重新选择。' })
  @Matches(/^[\w-]{1,50}$/, { message: '村编号有误，请重新选择。' })
  village?: string;
}

export class NoticeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ enum: BOARD_KEYS }) board!: BoardKey;
  @ApiProperty() title!: string;
  @ApiProperty() village!: string;
  @ApiProperty() villageCode!: string;
  @ApiProperty({ description: '村所在的镇（街道）' }) town!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) from!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to!: string | null;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty({ description: '是否还在公开期内' }) hangs!: boolean;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '公开期还剩几个自然日；最后一天为 0；没有公开期的和已结束的为空',
  })
  daysLeft!: number | null;
  @ApiProperty({ description: '验真码，12 个字符' }) verificationCode!: string;
}

export class NoticePageView {
  @ApiProperty({ type: [NoticeView] }) items!: NoticeView[];
  @ApiProperty() page!: number;
  @ApiProperty() pages!: number;
}

export class NoticeFieldView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty() value!: string;
  @ApiProperty({ type: String, nullable: true, description: '与它并列的：金额的大写，法定的最少人数和票数' })
  note!: string | null;
  @ApiProperty({ description: '长文本' }) isLong!: boolean;
}

export class NoticeFileView {
  @ApiProperty() field!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '尚未上传原件的为空' }) id!:
    string | null;
  @ApiProperty({ description: '照片栏目的' }) isPhoto!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: '字节数；没有原件的为空' }) bytes!: number | null;
  @ApiProperty({ type: String, nullable: true, description: '按内容判定的类型；没有原件的为空' }) mediaType!:
    string | null;
}

export class NoticePeriodView {
  @ApiProperty({ example: '决议公开不少于十五日' }) says!: string;
  @ApiProperty({ example: '村民委员会组织法第三十五条，末日遇休息日顺延' }) basis!: string;
}

export class NoticeDetailView extends NoticeView {
  @ApiProperty({ type: [NoticeFieldView], description: '公示本身填写的内容' }) fields!: NoticeFieldView[];
  @ApiProperty({ type: [NoticeFieldView], description: '此前各步骤中可以公开的内容' })
  facts!: NoticeFieldView[];
  @ApiProperty({ type: [NoticeFieldView], description: '会议和表决中可以公开的内容' })
  votes!: NoticeFieldView[];
  @ApiProperty({ type: [NoticeFileView] }) files!: NoticeFileView[];
  @ApiProperty({ type: NoticePeriodView, nullable: true, description: '公开期最短几日，依据什么' })
  period!: NoticePeriodView | null;
  @ApiProperty({ type: [NoticeView], description: '同一事项的其他公开，新的在前' }) others!: NoticeView[];
  @ApiProperty({ description: '现在是否可以提出异议' }) mayObject!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '异议的答复期限，如“3日”' }) answerWithin!:
    string | null;
}
