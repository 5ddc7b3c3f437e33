import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { PageDto, type Page } from '../http/page.js';
import { StuckCasePageView, type StuckCaseView } from './dto/incident.view.js';
import { ListIncidentsQuery } from './list-incidents.query.js';

@ApiTags('incidents')
@Controller('api/incidents')
export class IncidentsController {
  constructor(private readonly listIncidents: ListIncidentsQuery) {}

  @Get()
  @Action('case.repair')
  @ApiOkResponse({ type: StuckCasePageView })
  list(
    @CurrentCaller() caller: Caller,
    @Query() filter: PageDto,
  ): Promise<Page<StuckCaseView> & { readonly total: number }> {
    return this.listIncidents.execute(caller, filter);
  }
}
