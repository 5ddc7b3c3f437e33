import { ApiProperty } from '@nestjs/swagger';

export class ChoiceView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '拼音首字母', example: 'ccr' }) initials!: string;
  @ApiProperty({ description: '单位和职务，用来分辨同名的人' }) note!: string;
}

export class ChoiceListView {
  @ApiProperty({ type: [ChoiceView], description: '按姓名排序，至多 50 项' }) items!: ChoiceView[];
  @ApiProperty({ description: '还有没列出的，请输入姓名或拼音首字母查找' }) more!: boolean;
}
