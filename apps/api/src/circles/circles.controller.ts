import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { CircleEntryDto } from './dto/circle.dto.js';
import { CircleEntryView, CircleView } from './dto/circle.view.js';
import { KeepCircleHandler } from './keep-circle.handler.js';
import { ReadCircleQuery } from './read-circle.query.js';

@ApiTags('circles')
@Controller('api/cases/:id/circle')
export class CaseCircleController {
  constructor(
    private readonly readCircle: ReadCircleQuery,
    private readonly keepCircle: KeepCircleHandler,
  ) {}

  @Get()
  @Action('circle.read')
  @ApiOkResponse({ type: CircleView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CircleView> {
    return this.readCircle.execute(caller, id);
  }

  @Post('entries')
  @Action('circle.keep')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: [CircleEntryView] })
  keep(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() key: string,
    @Body() entry: CircleEntryDto,
  ): Promise<CircleEntryView[]> {
    return this.keepCircle.execute(caller, id, key, entry);
  }
}
