import { ApiProperty } from '@nestjs/swagger';

const STANDINGS = ['waits', 'late', 'followed', 'answered', 'answered-late'] as const;

export class LetterUnitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
}

export class LetterKindView {
  @ApiProperty() key!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ description: '做什么用' }) note!: string;
  @ApiProperty({ type: [LetterUnitView], description: '本人可以以哪些单位的名义发出' })
  from!: LetterUnitView[];
  @ApiProperty({ type: [LetterUnitView], description: '可以发给哪些单位' }) to!: LetterUnitView[];
  @ApiProperty({ description: '须写明依据' }) needsBasis!: boolean;
  @ApiProperty({ description: '只能接着一份逾期未答复的函发出' }) isOnlyNextRung!: boolean;
  @ApiProperty({ description: '答复的最后一天，今天发出的话', format: 'date' }) answerBy!: string;
}

export class LetterKindListView {
  @ApiProperty({ type: [LetterKindView], description: '本人可以发出的' }) items!: LetterKindView[];
}

export class LetterAnswerView {
  @ApiProperty() text!: string;
  @ApiProperty({ description: '谁答复的' }) by!: string;
  @ApiProperty({ type: [String], description: '代谁答复' }) onBehalfOf!: string[];
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class LetterView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '编号，例如「清责改〔2026〕3 号」' }) number!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() kindTitle!: string;
  @ApiProperty({ description: '事由' }) matter!: string;
  @ApiProperty({ type: LetterUnitView, description: '发出单位' }) fromUnit!: LetterUnitView;
  @ApiProperty({ type: LetterUnitView, description: '收函单位' }) toUnit!: LetterUnitView;
  @ApiProperty({ description: '谁发出的' }) issuedBy!: string;
  @ApiProperty({ type: [String], description: '代谁发出' }) onBehalfOf!: string[];
  @ApiProperty({ format: 'date-time' }) issuedAt!: string;
  @ApiProperty({ format: 'date', description: '应答复的最后一天' }) answerBy!: string;
  @ApiProperty({
    enum: STANDINGS,
    description:
      'waits 待答复 · late 逾期未答复 · followed 已转下一步 · answered 已答复 · answered-late 逾期答复',
  })
  standing!: string;
  @ApiProperty({ type: [String], description: '正文，逐段' }) paragraphs!: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: '前一份函的编号' }) follows!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '下一步的函的编号' }) followedBy!: string | null;
  @ApiProperty({ type: LetterAnswerView, nullable: true, description: '还没有答复的为空' })
  answer!: LetterAnswerView | null;
  @ApiProperty({ description: '本人可以答复' }) mayAnswer!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '本人现在可以接着发的下一步的种类' })
  nextRung!: string | null;
}

export class LetterPageView {
  @ApiProperty({ type: [LetterView] }) items!: LetterView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
