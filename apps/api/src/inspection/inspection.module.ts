import { Module } from '@nestjs/common';
import { InspectionController } from './inspection.controller.js';
import { ListDutiesQuery } from './list-duties.query.js';
import { NoticeEvidence } from './notice-evidence.js';
import { NoticeReviewsController } from './notice-reviews.controller.js';
import { ReadNoticeReviewQuery } from './read-notice-review.query.js';
import { ReadPublicationsQuery } from './read-publications.query.js';
import { ReviewNoticeHandler } from './review-notice.handler.js';

@Module({
  controllers: [InspectionController, NoticeReviewsController],
  providers: [
    ReadPublicationsQuery,
    ListDutiesQuery,
    NoticeEvidence,
    ReadNoticeReviewQuery,
    ReviewNoticeHandler,
  ],
})
export class InspectionModule {}
