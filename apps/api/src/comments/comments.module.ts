import { Module } from '@nestjs/common';
import { CaseCommentsController } from './comments.controller.js';
import { ListCommentsQuery } from './list-comments.query.js';
import { SayCommentHandler } from './say-comment.handler.js';

@Module({
  controllers: [CaseCommentsController],
  providers: [ListCommentsQuery, SayCommentHandler],
})
export class CommentsModule {}
