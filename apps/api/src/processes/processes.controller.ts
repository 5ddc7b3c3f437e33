import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { ProcessDetailView, ProcessListView } from './dto/process.view.js';
import { ListProcessesQuery } from './list-processes.query.js';
import { ReadProcessQuery } from './read-process.query.js';

@ApiTags('processes')
@Controller('api/processes')
export class ProcessesController {
  constructor(
    private readonly listProcesses: ListProcessesQuery,
    private readonly readProcess: ReadProcessQuery,
  ) {}

  @Get()
  @Action('process.read')
  @ApiOkResponse({ type: ProcessListView })
  list(@CurrentCaller() caller: Caller): Promise<ProcessListView> {
    return this.listProcesses.execute(caller);
  }

  @Get(':key')
  @Action('process.read')
  @ApiOkResponse({ type: ProcessDetailView })
  read(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<ProcessDetailView> {
    return this.readProcess.execute(caller, key);
  }
}
