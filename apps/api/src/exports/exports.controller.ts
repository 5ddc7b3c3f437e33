import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { ListCasesQuery } from '../cases/list-cases.query.js';
import { Spends } from '../http/request-budgets.js';
import { Clock } from '../platform/clock.js';
import { ListUserTasksQuery } from '../user-tasks/list-user-tasks.query.js';
import { PAGE_LIMIT, boundedRows } from './bounded-rows.js';
import { CaseExportDto, UserTaskExportDto } from './dto/export-filters.dto.js';
import type { Sheet } from './sheet.js';
import { caseCells, caseColumns } from './sheets/case-sheet.js';
import { taskCells, taskColumns } from './sheets/task-sheet.js';
import { Workbook, workbookAnswer } from './workbook-answer.js';

const TASK_NAMES = { todo: '待办', claimable: '待签收', claimed: '已签收', done: '已办' } as const;

/** What is seen, as a workbook: the rows of the list itself, under its filter and its reader's sight. */
@ApiTags('exports')
@Controller('api/exports')
export class ExportsController {
  constructor(
    private readonly tasks: ListUserTasksQuery,
    private readonly cases: ListCasesQuery,
    private readonly clock: Clock,
  ) {}

  @Get('user-tasks')
  @Spends('message')
  @Action('user-task.read')
  @Workbook()
  async userTasks(
    @CurrentCaller() caller: Caller,
    @Query() filter: UserTaskExportDto,
  ): Promise<StreamableFile> {
    const name = TASK_NAMES[filter.view ?? 'todo'];
    const rows = await boundedRows({
      page: (after) => this.tasks.execute(caller, { ...filter, limit: PAGE_LIMIT, ...(after && { after }) }),
      cellsOf: taskCells,
    });
    return this.answer(name, [{ name, columns: taskColumns, rows }]);
  }

  @Get('cases')
  @Spends('message')
  @Action('case.read')
  @Workbook()
  async caseList(@CurrentCaller() caller: Caller, @Query() filter: CaseExportDto): Promise<StreamableFile> {
    const name = filter.mine ? '我发起的' : '事项';
    const rows = await boundedRows({
      page: (after) => this.cases.execute(caller, { ...filter, limit: PAGE_LIMIT, ...(after && { after }) }),
      cellsOf: caseCells,
    });
    return this.answer(name, [{ name, columns: caseColumns, rows }]);
  }

  private answer(name: string, sheets: readonly Sheet[]): StreamableFile {
    return workbookAnswer(name, this.clock.today(), sheets);
  }
}
