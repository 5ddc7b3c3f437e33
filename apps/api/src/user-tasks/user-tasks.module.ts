import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ClaimUserTaskHandler } from './claim-user-task.handler.js';
import { CompleteUserTaskHandler } from './complete-user-task.handler.js';
import { BulkHandler } from './bulk.handler.js';
import { Completions } from './completions.js';
import { ChoicesController } from './choices/choices.controller.js';
import { Choosable } from './choices/choosable.js';
import { ListChoicesQuery } from './choices/list-choices.query.js';
import { SubmittedPicks } from './choices/submitted-picks.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { HandOverHandler } from './hand-over/hand-over.handler.js';
import { Receivers } from './hand-over/receivers.js';
import { BulkApprovals } from './bulk-approvals.js';
import { InboxRows } from './inbox-rows.js';
import { LastAnswers } from './last-answers.js';
import { ListUserTasksQuery } from './list-user-tasks.query.js';
import { ReadUserTaskQuery } from './read-user-task.query.js';
import { ReleaseUserTaskHandler } from './release-user-task.handler.js';
import { SubmittedFiles } from '../files/submitted-files.js';
import { TaskAside } from './task-aside.js';
import { TaskPreview } from './task-preview.js';
import { TaskReader } from './task-reader.js';
import { UserTasksController } from './user-tasks.controller.js';

@Module({
  imports: [CommandsModule],
  controllers: [ChoicesController, HandOverController, UserTasksController],
  providers: [
    TaskReader,
    BulkApprovals,
    BulkHandler,
    Receivers,
    HandOverHandler,
    Completions,
    InboxRows,
    LastAnswers,
    TaskAside,
    TaskPreview,
    ListUserTasksQuery,
    ReadUserTaskQuery,
    ClaimUserTaskHandler,
    ReleaseUserTaskHandler,
    CompleteUserTaskHandler,
    SubmittedFiles,
    Choosable,
    ListChoicesQuery,
    SubmittedPicks,
  ],
  exports: [ListUserTasksQuery],
})
export class UserTasksModule {}
