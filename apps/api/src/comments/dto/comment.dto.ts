import { VisibleText } from '../../http/visible-text.js';

export class SayCommentDto {
  @VisibleText(1_000, '请写明要说的内容，不超过 1000 个字。', { example: '预算表第 2 页请补盖章。' })
  text!: string;
}
