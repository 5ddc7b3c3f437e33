import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, ForTokens } from '../access/marks.js';
import type { Settled } from '../commands/command-answer.js';
import { CommandAnswerView, PendingView } from '../commands/dto/command.view.js';
import type { Page } from '../http/page.js';
import { Spends } from '../http/request-budgets.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { CaseFilterDto } from './dto/case-filter.dto.js';
import { CaseDetailView } from './dto/case-detail.view.js';
import { CasePageView, CaseView } from './dto/case.view.js';
import { OperationChoicesView } from './dto/operation-choices.view.js';
import { StartCaseDto } from './dto/start-case.dto.js';
import { ListCasesQuery } from './list-cases.query.js';
import { ReadCaseQuery } from './read-case.query.js';
import { ReadOperationChoicesQuery } from './read-operation-choices.query.js';
import { StartCaseHandler } from './start-case.handler.js';

@ApiTags('cases')
@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly listCases: ListCasesQuery,
    private readonly readCase: ReadCaseQuery,
    private readonly startCase: StartCaseHandler,
    private readonly readChoices: ReadOperationChoicesQuery,
  ) {}

  @Get()
  @ForTokens('cases.read')
  @Action('case.read')
  @ApiOkResponse({ type: CasePageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: CaseFilterDto): Promise<Page<CaseView>> {
    return this.listCases.execute(caller, filter);
  }

  @Post()
  @Spends('start')
  @Action('case.start')
  @HttpCode(201)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CommandAnswerView })
  @ApiAcceptedResponse({ type: PendingView })
  start(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: StartCaseDto,
  ): Promise<Settled> {
    return this.startCase.execute(caller, key, body);
  }

  @Get(':id')
  @ForTokens('cases.read')
  @Action('case.read')
  @ApiOkResponse({ type: CaseDetailView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CaseDetailView> {
    return this.readCase.execute(caller, id);
  }

  @Get(':id/operation-choices')
  @Action('case.read')
  @ApiOkResponse({ type: OperationChoicesView })
  choices(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<OperationChoicesView> {
    return this.readChoices.execute(caller, id);
  }
}
