import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { Action, Grave } from '../access/marks.js';
import { VARIABLES_BODY, Takes } from '../http/body-bounds.js';
import type { Reply } from '../http/reply.js';
import { IdempotencyKey } from '../http/validated.js';
import { MigrateBatchDto, MigrateBatchView, PlanBatchDto, PlanBatchView } from './dto/batch.dto.js';
import { ProcessVersionsListView } from './dto/process-versions.view.js';
import { ListVersionsQuery } from './list-versions.query.js';
import { MigrateCasesHandler } from './migrate-cases.handler.js';
import { PlanMigrationsQuery } from './plan-migrations.query.js';

/** Many cases of one version at once; each moves by itself, whole or not at all. */
@ApiTags('migrations')
@Controller('api/migrations')
export class MigrationsController {
  constructor(
    private readonly plan: PlanMigrationsQuery,
    private readonly migrate: MigrateCasesHandler,
    private readonly listVersions: ListVersionsQuery,
  ) {}

  @Get('versions')
  @Action('case.migrate')
  @ApiOkResponse({ type: ProcessVersionsListView })
  versions(@CurrentCaller() caller: Caller): Promise<ProcessVersionsListView> {
    return this.listVersions.execute(caller);
  }

  @Post('plans')
  @Takes(VARIABLES_BODY)
  @Action('case.migrate')
  @HttpCode(200)
  @ApiOkResponse({ type: PlanBatchView })
  planMany(@CurrentCaller() caller: Caller, @Body() body: PlanBatchDto): Promise<PlanBatchView> {
    return this.plan.execute(caller, body);
  }

  @Post()
  @Grave()
  @Takes(VARIABLES_BODY)
  @Action('case.migrate')
  @HttpCode(202)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiAcceptedResponse({ type: MigrateBatchView })
  migrateMany(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: MigrateBatchDto,
  ): Promise<Reply> {
    return this.migrate.execute(caller, key, body);
  }
}
