import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import type { Page } from '../http/page.js';
import { DraftFilterDto } from './dto/draft.dto.js';
import { DraftPageView, DraftedStartListView, type DraftedTaskView } from './dto/draft.view.js';
import { ListDraftsQuery } from './list-drafts.query.js';
import { StartDrafts } from './start-drafts.js';

@ApiTags('drafts')
@Controller('api/drafts')
export class DraftsController {
  constructor(
    private readonly listDrafts: ListDraftsQuery,
    private readonly startDrafts: StartDrafts,
  ) {}

  @Get()
  @Action('user-task.read')
  @ApiOkResponse({ type: DraftPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: DraftFilterDto): Promise<Page<DraftedTaskView>> {
    return this.listDrafts.execute(caller, filter);
  }

  @Get('starts')
  @Action('process.read')
  @ApiOkResponse({ type: DraftedStartListView })
  starts(@CurrentCaller() caller: Caller): Promise<DraftedStartListView> {
    return this.startDrafts.list(caller);
  }
}
