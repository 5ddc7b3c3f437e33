import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { LookDto } from './dto/inspection-filter.dto.js';
import { ReviewNoticeDto } from './dto/notice-review.dto.js';
import { NoticeReviewView } from './dto/notice-review.view.js';
import { ReadNoticeReviewQuery } from './read-notice-review.query.js';
import { ReviewNoticeHandler } from './review-notice.handler.js';

@ApiTags('inspection')
@Controller('api/inspection/notices')
export class NoticeReviewsController {
  constructor(
    private readonly readReview: ReadNoticeReviewQuery,
    private readonly reviewNotice: ReviewNoticeHandler,
  ) {}

  @Get(':id')
  @Action('inspection.read')
  @ApiOkResponse({ type: NoticeReviewView })
  notice(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Query() { look }: LookDto,
  ): Promise<NoticeReviewView> {
    return this.readReview.execute(caller, id, look);
  }

  @Post(':id/reviews')
  @Action('inspection.record')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: NoticeReviewView })
  review(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @UuidParam('id') id: string,
    @Body() body: ReviewNoticeDto,
  ): Promise<NoticeReviewView> {
    return this.reviewNotice.execute(caller, key, id, body);
  }
}
