import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { FilesModule } from '../files/files.module.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { Clock } from '../platform/clock.js';
import { CancelCaseHandler } from './cancel-case.handler.js';
import { CaseCommandsController } from './case-commands.controller.js';
import { CaseOperationsController } from './case-operations.controller.js';
import { MigrateCaseHandler } from './migrate-case.handler.js';
import { PlanMigrationQuery } from './plan-migration.query.js';
import { OperateCaseHandler } from './operate-case.handler.js';
import { RestartCaseHandler } from './restart-case.handler.js';
import { CaseHistoryController } from './case-history.controller.js';
import { CASE_START, CaseStart } from './case-start.js';
import { CaseUnitsController } from './case-units.controller.js';
import { CasesController } from './cases.controller.js';
import { ListCasesQuery } from './list-cases.query.js';
import { ReadAuditQuery } from './read-audit.query.js';
import { ReadCaseQuery } from './read-case.query.js';
import { ReadDiagramQuery } from './read-diagram.query.js';
import { ReadOperationChoicesQuery } from './read-operation-choices.query.js';
import { ReadOverviewQuery } from './read-overview.query.js';
import { ReadPapersQuery } from './read-papers.query.js';
import { ReadTimelineQuery } from './read-timeline.query.js';
import { ReopenCaseHandler } from './reopen-case.handler.js';
import { ReturnToStepHandler } from './return-to-step.handler.js';
import { SendMessageHandler } from './send-message.handler.js';
import { StartCaseHandler } from './start-case.handler.js';

@Module({
  imports: [CommandsModule, FilesModule],
  controllers: [
    CasesController,
    CaseUnitsController,
    CaseHistoryController,
    CaseCommandsController,
    CaseOperationsController,
  ],
  providers: [
    ListCasesQuery,
    ReadCaseQuery,
    ReadOperationChoicesQuery,
    ReadTimelineQuery,
    ReadDiagramQuery,
    ReadAuditQuery,
    ReadOverviewQuery,
    ReadPapersQuery,
    StartCaseHandler,
    SendMessageHandler,
    ReturnToStepHandler,
    CancelCaseHandler,
    ReopenCaseHandler,
    RestartCaseHandler,
    OperateCaseHandler,
    MigrateCaseHandler,
    PlanMigrationQuery,
    {
      provide: CASE_START,
      useFactory: (clock: Clock, { demo }: ApiSettings) => new CaseStart(clock, demo),
      inject: [Clock, API_SETTINGS],
    },
  ],
  exports: [ListCasesQuery, ReadTimelineQuery],
})
export class CasesModule {}
