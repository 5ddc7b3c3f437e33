import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, ForTokens } from '../access/marks.js';
import type { Page } from '../http/page.js';
import { DeadlineFilterDto } from './dto/deadline-filter.dto.js';
import { DeadlinePageView, DeadlineView } from './dto/deadline.view.js';
import { ListDeadlinesQuery } from './list-deadlines.query.js';

@ApiTags('deadlines')
@Controller('api/deadlines')
export class DeadlinesController {
  constructor(private readonly listDeadlines: ListDeadlinesQuery) {}

  @Get()
  @ForTokens('cases.read')
  @Action('deadline.read')
  @ApiOkResponse({ type: DeadlinePageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: DeadlineFilterDto): Promise<Page<DeadlineView>> {
    return this.listDeadlines.execute(caller, filter);
  }
}
