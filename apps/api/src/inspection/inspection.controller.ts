import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import type { Page } from '../http/page.js';
import { CountReviewsQuery } from './count-reviews.query.js';
import { DutyFilterDto, InspectionFilterDto } from './dto/inspection-filter.dto.js';
import { DutyPageView, DutyView, PublicationFiguresView, ReviewCountsView } from './dto/inspection.view.js';
import { ListDutiesQuery } from './list-duties.query.js';
import { ReadPublicationsQuery } from './read-publications.query.js';

@ApiTags('inspection')
@Controller('api/inspection')
export class InspectionController {
  constructor(
    private readonly readPublications: ReadPublicationsQuery,
    private readonly listDuties: ListDutiesQuery,
    private readonly countReviews: CountReviewsQuery,
  ) {}

  @Get('publications')
  @Action('inspection.read')
  @ApiOkResponse({ type: PublicationFiguresView })
  publications(
    @CurrentCaller() caller: Caller,
    @Query() filter: InspectionFilterDto,
  ): Promise<PublicationFiguresView> {
    return this.readPublications.execute(caller, filter);
  }

  @Get('review-counts')
  @Action('inspection.read')
  @ApiOkResponse({ type: ReviewCountsView })
  reviewCounts(
    @CurrentCaller() caller: Caller,
    @Query() filter: InspectionFilterDto,
  ): Promise<ReviewCountsView> {
    return this.countReviews.execute(caller, filter);
  }

  @Get('duties')
  @Action('inspection.read')
  @ApiOkResponse({ type: DutyPageView })
  duties(@CurrentCaller() caller: Caller, @Query() filter: DutyFilterDto): Promise<Page<DutyView>> {
    return this.listDuties.execute(caller, filter);
  }
}
