import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { SecurityEventFilterDto, SecurityEventPageView } from './dto/security-event.dto.js';
import { ListSecurityEventsQuery } from './list-security-events.query.js';

@ApiTags('security')
@Controller('api/security-events')
export class SecurityEventsController {
  constructor(private readonly events: ListSecurityEventsQuery) {}

  @Get()
  @Action('security-event.read')
  @ApiOkResponse({ type: SecurityEventPageView })
  list(
    @CurrentCaller() caller: Caller,
    @Query() filter: SecurityEventFilterDto,
  ): Promise<SecurityEventPageView> {
    return this.events.execute(caller, filter);
  }
}
