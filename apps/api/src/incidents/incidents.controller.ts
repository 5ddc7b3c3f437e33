import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { PageDto } from '../http/page.js';
import { StuckCasePageView } from './dto/incident.view.js';
import { ListIncidentsQuery, type StuckCasePage } from './list-incidents.query.js';

@ApiTags('incidents')
@Controller('api/incidents')
export class IncidentsController {
  constructor(private readonly listIncidents: ListIncidentsQuery) {}

  @Get()
  @Action('case.repair')
  @ApiOkResponse({ type: StuckCasePageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: PageDto): Promise<StuckCasePage> {
    return this.listIncidents.execute(caller, filter);
  }
}
