import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { Spends } from '../http/request-budgets.js';
import { ListDutiesQuery } from '../inspection/list-duties.query.js';
import { Clock } from '../platform/clock.js';
import { WatchFilterDto } from '../supervision/dto/watch-filter.dto.js';
import { ListEndedCasesQuery } from '../supervision/list-ended-cases.query.js';
import { ListWatchedCasesQuery } from '../supervision/list-watched-cases.query.js';
import { ReadFiguresQuery } from '../supervision/read-figures.query.js';
import { PAGE_LIMIT, boundedRows } from './bounded-rows.js';
import { DutyExportDto, EndedExportDto, WatchedExportDto } from './dto/export-filters.dto.js';
import { dutyCells, dutyColumns } from './sheets/duty-sheet.js';
import { endedCells, endedColumns } from './sheets/ended-sheet.js';
import { figureSheets } from './sheets/figure-sheets.js';
import { watchedCells, watchedColumns } from './sheets/watched-sheet.js';
import { Workbook, workbookAnswer } from './workbook-answer.js';

const COLOR_NAMES = { red: '红：超期未办结', yellow: '黄：将到期' } as const;

/** What a supervisor or an inspector sees, as workbooks. */
@ApiTags('exports')
@Controller('api/exports')
export class SupervisionExportsController {
  constructor(
    private readonly readFigures: ReadFiguresQuery,
    private readonly watchedCases: ListWatchedCasesQuery,
    private readonly endedCases: ListEndedCasesQuery,
    private readonly listDuties: ListDutiesQuery,
    private readonly clock: Clock,
  ) {}

  @Get('supervision-figures')
  @Spends('message')
  @Action('supervision.read')
  @Workbook()
  async figures(@CurrentCaller() caller: Caller, @Query() filter: WatchFilterDto): Promise<StreamableFile> {
    const sheets = figureSheets(await this.readFigures.execute(caller, filter));
    return workbookAnswer('督办台', this.clock.today(), sheets);
  }

  @Get('watched-cases')
  @Spends('message')
  @Action('supervision.read')
  @Workbook()
  async watched(@CurrentCaller() caller: Caller, @Query() filter: WatchedExportDto): Promise<StreamableFile> {
    const rows = await boundedRows({
      page: (after) =>
        this.watchedCases.execute(caller, { ...filter, limit: PAGE_LIMIT, ...(after && { after }) }),
      cellsOf: watchedCells,
    });
    const name = COLOR_NAMES[filter.color];
    return workbookAnswer(name, this.clock.today(), [{ name: '督办列表', columns: watchedColumns, rows }]);
  }

  @Get('ended-cases')
  @Spends('message')
  @Action('supervision.read')
  @Workbook()
  async ended(@CurrentCaller() caller: Caller, @Query() filter: EndedExportDto): Promise<StreamableFile> {
    const rows = await boundedRows({
      page: (after) =>
        this.endedCases.execute(caller, { ...filter, limit: PAGE_LIMIT, ...(after && { after }) }),
      cellsOf: endedCells,
    });
    return workbookAnswer('办结事项', this.clock.today(), [
      { name: '办结事项', columns: endedColumns, rows },
    ]);
  }

  @Get('duties')
  @Spends('message')
  @Action('inspection.read')
  @Workbook()
  async duties(@CurrentCaller() caller: Caller, @Query() filter: DutyExportDto): Promise<StreamableFile> {
    const rows = await boundedRows({
      page: (after) =>
        this.listDuties.execute(caller, { ...filter, limit: PAGE_LIMIT, ...(after && { after }) }),
      cellsOf: dutyCells,
    });
    return workbookAnswer('公开检查', this.clock.today(), [{ name: '公开检查', columns: dutyColumns, rows }]);
  }
}
