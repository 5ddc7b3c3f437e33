import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action } from '../access/marks.js';
import { PageDto } from '../http/page.js';
import type { Reply } from '../http/reply.js';
import { IdempotencyKey, UuidParam } from '../http/validated.js';
import { AskWorkflowCheckHandler } from './ask-workflow-check.handler.js';
import {
  AskWorkflowCheckDto,
  WorkflowCheckAskedView,
  WorkflowCheckPageView,
} from './dto/workflow-check.view.js';
import { ListWorkflowChecksQuery } from './list-workflow-checks.query.js';

/** The journal decides: each case's workflow is held against it, and brought forward where it is not in step. */
@ApiTags('workflow-checks')
@Controller('api')
export class WorkflowChecksController {
  constructor(
    private readonly listChecks: ListWorkflowChecksQuery,
    private readonly ask: AskWorkflowCheckHandler,
  ) {}

  @Get('workflow-checks')
  @Action('queue.mend')
  @ApiOkResponse({ type: WorkflowCheckPageView })
  list(@CurrentCaller() caller: Caller, @Query() filter: PageDto): Promise<WorkflowCheckPageView> {
    return this.listChecks.execute(caller, filter);
  }

  /** Of every case that runs. */
  @Post('workflow-checks')
  @Action('queue.mend')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: WorkflowCheckAskedView })
  askAll(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() _key: string,
    @Body() body: AskWorkflowCheckDto,
  ): Promise<Reply> {
    return this.ask.ofAll(caller, body);
  }

  @Post('cases/:id/workflow-check')
  @Action('case.repair')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: WorkflowCheckAskedView })
  askOne(
    @CurrentCaller() caller: Caller,
    @UuidParam('id') id: string,
    @IdempotencyKey() _key: string,
    @Body() body: AskWorkflowCheckDto,
  ): Promise<Reply> {
    return this.ask.ofCase(caller, id, body);
  }
}
