import { Module } from '@nestjs/common';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { CountReviewsQuery } from './count-reviews.query.js';
import { InspectionController } from './inspection.controller.js';
import { ListDutiesQuery } from './list-duties.query.js';
import { NoticeEvidence } from './notice-evidence.js';
import { NoticeReviewsController } from './notice-reviews.controller.js';
import { ReadNoticeReviewQuery } from './read-notice-review.query.js';
import { ReadPublicationsQuery } from './read-publications.query.js';
import { ReviewNoticeHandler } from './review-notice.handler.js';

@Module({
  imports: [PublicPagesModule],
  controllers: [InspectionController, NoticeReviewsController],
  providers: [
    ReadPublicationsQuery,
    ListDutiesQuery,
    CountReviewsQuery,
    NoticeEvidence,
    ReadNoticeReviewQuery,
    ReviewNoticeHandler,
  ],
  exports: [ListDutiesQuery],
})
export class InspectionModule {}
