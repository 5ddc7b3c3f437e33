import { ApiProperty } from '@nestjs/swagger';

export class CommentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '谁说的' }) by!: string;
  @ApiProperty({ description: '我说的' }) mine!: boolean;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty() text!: string;
}

export class CommentListView {
  @ApiProperty({ type: [CommentView], description: '先说的在前，一件至多 500 条' }) items!: CommentView[];
}
