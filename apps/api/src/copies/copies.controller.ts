import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import type { Page } from '../http/page.js';
import { Spends } from '../http/request-budgets.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { ChoiceListView } from '../user-tasks/choices/dto/choices.view.js';
import { CopyFilterDto, CopyReceiversDto, SendCopyDto } from './dto/copy.dto.js';
import { CopyPageView, CopyResultsView, type CopyView } from './dto/copy.view.js';
import { ListCopyReceiversQuery } from './list-copy-receivers.query.js';
import { ListCopiesQuery } from './list-copies.query.js';
import { ReadCopyHandler } from './read-copy.handler.js';
import { SendCopyHandler } from './send-copy.handler.js';

@ApiTags('copies')
@Controller('api')
export class CopiesController {
  constructor(
    private readonly listCopies: ListCopiesQuery,
    private readonly sendCopy: SendCopyHandler,
    private readonly readCopy: ReadCopyHandler,
    private readonly listReceivers: ListCopyReceiversQuery,
  ) {}

  @Get('copies')
  @Action('case.read')
  @ApiOkResponse({ type: CopyPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: CopyFilterDto): Promise<Page<CopyView>> {
    return this.listCopies.execute(caller, filter);
  }

  @Post('cases/:id/copies')
  @Spends('message')
  @Action('case.read')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: CopyResultsView })
  send(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: SendCopyDto,
  ): Promise<CopyResultsView> {
    return this.sendCopy.execute(caller, id, key, body);
  }

  /** A POST: whom somebody looks for stands in no address. */
  @Post('cases/:id/copy-receivers')
  @Action('case.read')
  @HttpCode(200)
  @ApiOkResponse({ type: ChoiceListView })
  receivers(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @Body() { search = '' }: CopyReceiversDto,
  ): Promise<ChoiceListView> {
    return this.listReceivers.execute(caller, id, search);
  }

  @Post('copies/:id/read')
  @Action('case.read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<void> {
    return this.readCopy.execute(caller, id);
  }
}
