import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Takes, VARIABLES_BODY } from '../http/body-bounds.js';
import { Spends } from '../http/request-budgets.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { DraftUrgesQuery } from './draft-urges.query.js';
import { SendUrgesDto, UrgeDraftsDto } from './dto/urge.dto.js';
import { UrgeDraftsView, UrgeListView, UrgeResultsView, UrgesReadView } from './dto/urge.view.js';
import { ListUrgesQuery } from './list-urges.query.js';
import { ReadUrgesHandler } from './read-urges.handler.js';
import { SendUrgesHandler } from './send-urges.handler.js';

@ApiTags('supervision')
@Controller('api')
export class UrgesController {
  constructor(
    private readonly draftUrges: DraftUrgesQuery,
    private readonly sendUrges: SendUrgesHandler,
    private readonly listUrges: ListUrgesQuery,
    private readonly readUrges: ReadUrgesHandler,
  ) {}

  @Post('supervision/urge-drafts')
  @Action('case.urge')
  @HttpCode(200)
  @ApiOkResponse({ type: UrgeDraftsView })
  draft(@CurrentCaller() caller: Caller, @Body() body: UrgeDraftsDto): Promise<UrgeDraftsView> {
    return this.draftUrges.execute(caller, body);
  }

  @Post('supervision/urges')
  @Takes(VARIABLES_BODY)
  @Spends('message')
  @Action('case.urge')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: UrgeResultsView })
  send(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: SendUrgesDto,
  ): Promise<UrgeResultsView> {
    return this.sendUrges.execute(caller, key, body);
  }

  @Get('cases/:id/urges')
  @Action('case.read')
  @ApiOkResponse({ type: UrgeListView })
  list(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<UrgeListView> {
    return this.listUrges.execute(caller, id);
  }

  @Post('user-tasks/:id/urge-reading')
  @Action('user-task.read')
  @HttpCode(200)
  @ApiOkResponse({ type: UrgesReadView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<UrgesReadView> {
    return this.readUrges.execute(caller, id);
  }
}
