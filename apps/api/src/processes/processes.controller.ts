import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { fileBody, Takes } from '../http/body-bounds.js';
import { CheckProcessQuery } from './check-process.query.js';
import { CheckProcessDto, ProcessCheckView } from './dto/check-process.dto.js';
import { ProcessDetailView, ProcessListView } from './dto/process.view.js';
import { ListProcessesQuery } from './list-processes.query.js';
import { ReadProcessQuery } from './read-process.query.js';

@ApiTags('processes')
@Controller('api/processes')
export class ProcessesController {
  constructor(
    private readonly listProcesses: ListProcessesQuery,
    private readonly readProcess: ReadProcessQuery,
    private readonly checkProcess: CheckProcessQuery,
  ) {}

  @Get()
  @Action('process.read')
  @ApiOkResponse({ type: ProcessListView })
  list(@CurrentCaller() caller: Caller): Promise<ProcessListView> {
    return this.listProcesses.execute(caller);
  }

  @Post('checks')
  @Takes(fileBody('xml'))
  @HttpCode(200)
  @Action('process.read')
  @ApiOkResponse({ type: ProcessCheckView })
  check(@CurrentCaller() caller: Caller, @Body() body: CheckProcessDto): Promise<ProcessCheckView> {
    return this.checkProcess.execute(caller, body);
  }

  @Get(':key')
  @Action('process.read')
  @ApiOkResponse({ type: ProcessDetailView })
  read(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<ProcessDetailView> {
    return this.readProcess.execute(caller, key);
  }
}
