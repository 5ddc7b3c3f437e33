import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { CountInboxQuery } from './count-inbox.query.js';
import { InboxCountsView } from './dto/inbox-counts.view.js';
import { ReadMarksDto } from './dto/read-marks.dto.js';
import { SavedViewDto } from './dto/saved-view.dto.js';
import { SavedViewListView, SavedViewView } from './dto/saved-view.view.js';
import { MarkReadHandler } from './mark-read.handler.js';
import { SavedViews } from './saved-views.js';

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly countInbox: CountInboxQuery,
    private readonly mark: MarkReadHandler,
    private readonly views: SavedViews,
  ) {}

  @Get('counts')
  @Action('user-task.read')
  @ApiOkResponse({ type: InboxCountsView })
  counts(@CurrentCaller() caller: Caller): Promise<InboxCountsView> {
    return this.countInbox.execute(caller);
  }

  @Post('read-marks')
  @Action('user-task.read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@CurrentCaller() caller: Caller, @Body() { taskIds }: ReadMarksDto): Promise<void> {
    return this.mark.execute(caller, taskIds);
  }

  @Get('views')
  @Action('user-task.read')
  @ApiOkResponse({ type: SavedViewListView })
  list(@CurrentCaller() caller: Caller): Promise<SavedViewListView> {
    return this.views.list(caller);
  }

  @Put('views/:id')
  @Action('user-task.read')
  @ApiOkResponse({ type: SavedViewView })
  put(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() body: SavedViewDto,
  ): Promise<SavedViewView> {
    return this.views.put(caller, id, body);
  }

  @Delete('views/:id')
  @Action('user-task.read')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<void> {
    return this.views.remove(caller, id);
  }
}
