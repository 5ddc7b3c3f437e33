import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { PageDto, type Page } from '../http/page.js';
import type { Reply } from '../http/reply.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { RetrySetAsideDto } from './dto/retry-set-aside.dto.js';
import { RetryAskedView, SetAsidePageView, type SetAsideView } from './dto/set-aside.view.js';
import { ListSetAsidesQuery } from './list-set-asides.query.js';
import { RetrySetAsideHandler } from './retry-set-aside.handler.js';

@ApiTags('set-asides')
@Controller('api/set-asides')
export class SetAsidesController {
  constructor(
    private readonly listSetAsides: ListSetAsidesQuery,
    private readonly retrySetAside: RetrySetAsideHandler,
  ) {}

  @Get()
  @Action('queue.mend')
  @ApiOkResponse({ type: SetAsidePageView })
  list(
    @CurrentCaller() caller: Caller,
    @Query() filter: PageDto,
  ): Promise<Page<SetAsideView> & { readonly total: number }> {
    return this.listSetAsides.execute(caller, filter);
  }

  /** 202: it is tried again at the worker's next beat. */
  @Post(':id/retry')
  @Action('queue.mend')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: RetryAskedView })
  retry(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() body: RetrySetAsideDto,
  ): Promise<Reply> {
    return this.retrySetAside.execute(caller, id, key, body);
  }
}
