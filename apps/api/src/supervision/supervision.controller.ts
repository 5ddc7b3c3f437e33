import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, ForTokens } from '../access/marks.js';
import type { Page } from '../http/page.js';
import { UuidParam } from '../http/validated.js';
import { EndedFilterDto, WatchFilterDto, WatchedFilterDto } from './dto/watch-filter.dto.js';
import {
  EndedCasePageView,
  EndedCaseView,
  WatchFiguresView,
  WatchedCasePageView,
  WatchedCaseView,
} from './dto/watch.view.js';
import { ListEndedCasesQuery } from './list-ended-cases.query.js';
import { ListWatchedCasesQuery } from './list-watched-cases.query.js';
import { ReadFiguresQuery } from './read-figures.query.js';
import { ReadUnitQuery } from './read-unit.query.js';
import { WatchedUnitView } from './dto/unit.view.js';

@ApiTags('supervision')
@Controller('api/supervision')
export class SupervisionController {
  constructor(
    private readonly readFigures: ReadFiguresQuery,
    private readonly listWatched: ListWatchedCasesQuery,
    private readonly listEnded: ListEndedCasesQuery,
    private readonly readUnit: ReadUnitQuery,
  ) {}

  @Get('figures')
  @ForTokens('figures.read')
  @Action('supervision.read')
  @ApiOkResponse({ type: WatchFiguresView })
  figures(@CurrentCaller() caller: Caller, @Query() filter: WatchFilterDto): Promise<WatchFiguresView> {
    return this.readFigures.execute(caller, filter);
  }

  @Get('units/:id')
  @Action('supervision.read')
  @ApiOkResponse({ type: WatchedUnitView })
  unit(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<WatchedUnitView> {
    return this.readUnit.execute(caller, id);
  }

  @Get('watched-cases')
  @Action('supervision.read')
  @ApiOkResponse({ type: WatchedCasePageView })
  watched(
    @CurrentCaller() caller: Caller,
    @Query() filter: WatchedFilterDto,
  ): Promise<Page<WatchedCaseView>> {
    return this.listWatched.execute(caller, filter);
  }

  @Get('ended-cases')
  @Action('supervision.read')
  @ApiOkResponse({ type: EndedCasePageView })
  ended(@CurrentCaller() caller: Caller, @Query() filter: EndedFilterDto): Promise<Page<EndedCaseView>> {
    return this.listEnded.execute(caller, filter);
  }
}
