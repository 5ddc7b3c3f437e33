import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Spends } from '../http/request-budgets.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { SayCommentDto } from './dto/comment.dto.js';
import { CommentListView, CommentView } from './dto/comment.view.js';
import { ListCommentsQuery } from './list-comments.query.js';
import { SayCommentHandler } from './say-comment.handler.js';

@ApiTags('comments')
@Controller('api/cases/:id/comments')
export class CaseCommentsController {
  constructor(
    private readonly listComments: ListCommentsQuery,
    private readonly sayComment: SayCommentHandler,
  ) {}

  @Get()
  @Action('case.read')
  @ApiOkResponse({ type: CommentListView })
  list(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CommentListView> {
    return this.listComments.execute(caller, id);
  }

  @Post()
  @Spends('message')
  @Action('case.read')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CommentView })
  say(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() { text }: SayCommentDto,
  ): Promise<CommentView> {
    return this.sayComment.execute(caller, id, key, text);
  }
}
